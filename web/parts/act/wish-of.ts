import type { Act } from '../../../contract/pages/act.js';
import { newKey, type Wish } from '../../api/wishes.js';

/**
 * What sending an act is.
 * @param body completed by its fields; as the server made it where it asks nothing
 */
export const wishOf = ({ label, call, body: made }: Act, key = newKey(), body = made): Wish => ({
  key,
  label,
  call,
  ...(call.method !== 'DELETE' && { body }),
});
