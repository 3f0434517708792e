import type { Me } from '../../contract/access.js';
import type { Account } from '../http/ports.js';

/** What an account is told about itself. */
export const meOf = ({ id, email, name, role, communes }: Account): Me => ({
  id,
  email,
  name,
  role,
  communes,
});
