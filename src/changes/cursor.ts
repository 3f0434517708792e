import type { Day } from '../../domain/time.js';
import type { Checkpoint } from '../event-store/checkpoint.js';
import { invalidInput } from '../http/problems.js';

/** A place in the log of one installation, as `Last-Event-ID` names it. */
export interface Cursor extends Checkpoint {
  /** The beginning of the installation's id: another database has other places. */
  installation: string;
  /** The day in Berlin on which it was told. */
  day?: Day;
}

/** So much of an installation's id tells it from others. */
export const shortId = (installation: string): string => installation.slice(0, 8);

/** Writes a cursor; it is opaque to clients. */
export function cursorOf({ installation, epoch, xid, position, day }: Cursor): string {
  const fields = [installation, epoch, xid, position, ...(day === undefined ? [] : [day])];
  return Buffer.from(fields.join('.')).toString('base64url');
}

const form =
  /^(?<installation>[0-9a-f]{8})\.(?<epoch>\d{1,9})\.(?<xid>\d{1,19})\.(?<position>-1|\d{1,15})(?:\.(?<day>\d{4}-\d\d-\d\d))?$/;

/**
 * Reads a cursor.
 * @throws Problem 422 for what is none
 */
export function cursorFrom(text: string): Cursor {
  const fields = form.exec(Buffer.from(text, 'base64url').toString('latin1'))?.groups;
  if (!fields) {
    const message = 'found an id that no event of this stream had, expected that of the last one that came';
    throw invalidInput([{ pointer: '/last-event-id', code: 'invalid-cursor', message, in: 'header' }]);
  }
  const { installation = '', epoch, xid = '', position, day } = fields;
  const place = { installation, epoch: Number(epoch), xid, position: Number(position) };
  return { ...place, ...(day !== undefined && { day }) };
}
