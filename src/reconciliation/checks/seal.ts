import { retentionClasses, type RetentionClass } from '../../../domain/journey/classes.js';
import {
  unwrapKeys,
  type ParticipantKeys,
  type WrappedKey,
} from '../../event-store/seal/participant-keys.js';
import { openParts } from '../../event-store/seal/parts.js';
import type { StoredEvent } from '../../event-store/stored-event.js';
import type { OpenedStream } from '../opened-stream.js';
import type { Check, Found } from './check.js';

/** Each sealed part opens with a key that is there, or that key was destroyed; a key that has vanished is a loss. */
export const seal: Check = (stream, { secrets }) => {
  const { id, events, keys: wrapped } = stream;
  const participant = events[0]?.ownerId ?? id;
  const { keys, unreadable } = unwrapped(secrets.wrapping, participant, wrapped);
  const lost = new Set(unreadable.map((key) => `key ${nameOf(key)} unreadable`));
  const parts = events.flatMap((event) => partsOf(event)).filter(({ key }) => !unreadable.some(sameAs(key)));
  for (const { key } of parts) if (!wrapped.some(sameAs(key))) lost.add(`key ${nameOf(key)} missing`);
  const found = [...lost].map((detail): Found => ({ subject: participant, detail, remedy: null }));
  if (isOpen(stream)) return found;
  const broken = parts.filter((part) => !opens(part, keys));
  for (const { event, key } of broken)
    found.push({ subject: id, detail: `event ${event.version} ${key.class} unreadable`, remedy: null });
  if (found.length === 0) found.push({ subject: id, detail: 'events unreadable', remedy: null });
  return found;
};

const isOpen = ({ journey, mails, events }: OpenedStream): boolean =>
  journey !== undefined || mails !== undefined || events.length === 0;

type NamedKey = Pick<WrappedKey, 'class' | 'number'>;
interface Part {
  event: StoredEvent;
  key: NamedKey;
}

const nameOf = ({ class: name, number }: NamedKey): string => `${name}/${number}`;

const sameAs =
  (key: NamedKey) =>
  (other: NamedKey): boolean =>
    nameOf(key) === nameOf(other);

/** The first byte of a part is the number of its key. */
const partsOf = (event: StoredEvent): Part[] =>
  retentionClasses.flatMap((name: RetentionClass): Part[] => {
    const sealed = event.sealed[name];
    if (sealed === undefined) return [];
    return [{ event, key: { class: name, number: Buffer.from(sealed, 'base64')[0] ?? 0 } }];
  });

function unwrapped(wrapping: Buffer, participant: string, wrapped: readonly WrappedKey[]) {
  const keys: ParticipantKeys[number][] = [];
  const unreadable: WrappedKey[] = [];
  for (const key of wrapped) {
    try {
      keys.push(...unwrapKeys(wrapping, participant, [key]));
    } catch {
      unreadable.push(key);
    }
  }
  return { keys, unreadable };
}

function opens({ event, key }: Part, keys: ParticipantKeys): boolean {
  try {
    openParts(keys, event.ownerId ?? '', { [key.class]: event.sealed[key.class] });
    return true;
  } catch {
    return false;
  }
}
