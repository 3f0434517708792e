import { request } from './request.js';
import { signedIn } from './signed-in.js';

const path = '/api/v1/bulk';

/** An act on many as it is sent. */
export interface BulkWish {
  command: string;
  body: Record<string, unknown>;
  ids: readonly string[];
  dryRun: boolean;
}

/** Puts an act on many down. @param key the same one has one effect. @returns under which id it is shown */
export const startBulk = (wish: BulkWish, key: string): Promise<string> =>
  idOf('POST', path, { body: wish, key });

/** Takes an act back wherever it was done. @returns the id of the one that does so */
export const undoBulk = (id: string): Promise<string> => idOf('POST', `${path}/${id}/undo`);

const idOf = async (...asked: Parameters<typeof request>): Promise<string> =>
  (await signedIn(request<{ id: string }>(...asked))).body.id;
