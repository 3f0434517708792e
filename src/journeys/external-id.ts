import type { MasterSecrets } from '../event-store/seal/master-secrets.js';

/** Keyed, so that nothing can be read from it; unique per programme, deleted with the person. `ac-1` is `AC-1`. */
export const externalIdHmac = (
  secrets: MasterSecrets,
  programme: string,
  externalId?: string,
): string | null =>
  externalId === undefined
    ? null
    : secrets.hmac('external-id', `${programme}|${externalId.trim().toLowerCase()}`).toString('hex');
