import type { Checkpoint } from '../event-store/checkpoint.js';
import { invalidInput } from '../http/problems.js';

/** A place in the log of one installation, as `Last-Event-ID` names it. */
export interface Cursor extends Checkpoint {
  /** The beginning of the installation's id: another database has other places. */
  installation: string;
}

/** So much of an installation's id tells it from others. */
export const shortId = (installation: string): string => installation.slice(0, 8);

/** Writes a cursor; it is opaque to clients. */
export function cursorOf({ installation, epoch, xid, position }: Cursor): string {
  return Buffer.from(`${installation}.${epoch}.${xid}.${position}`).toString('base64url');
}

const form = /^(?<installation>[0-9a-f]{8})\.(?<epoch>\d{1,9})\.(?<xid>\d{1,19})\.(?<position>-1|\d{1,15})$/;

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
  const { installation = '', epoch, xid = '', position } = fields;
  return { installation, epoch: Number(epoch), xid, position: Number(position) };
}
