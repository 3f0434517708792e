import { createHash } from 'node:crypto';
import { retentionClasses } from '../../domain/journey/classes.js';
import { seal } from '../../src/event-store/seal/envelope.js';
import { packText } from '../../src/event-store/seal/packed.js';
import type { MasterSecrets } from '../../src/event-store/seal/master-secrets.js';
import { renewKeys, type ParticipantKeys } from '../../src/event-store/seal/participant-keys.js';
import type { SealedParts } from '../../src/event-store/seal/parts.js';
import { externalIdHmac } from '../../src/journeys/external-id.js';
import { namedId } from '../../src/named-id.js';
import { idNamespace } from '../../src/programmes/programmes.js';
import { escaped } from './copy-text.js';
import type { Person } from './people.js';
import { filled } from './slotted.js';
import type { Own, PartTexts, Template } from './template.js';

/** Whose life a template becomes, and where it stands in the log. */
export interface Clone extends Person {
  journey: string;
  participant: string;
  coach: string;
  /** `position` of its first event. */
  position: number;
}

/** Lines for COPY, by table. */
export type Lines = Record<string, string[]>;

/** What all clones have in common. */
export interface Ground {
  secrets: MasterSecrets;
  programme: string;
  epoch: number;
  /** Of the transaction that writes them. */
  xid: string;
}

/** Writes a template's life as that of another participant: ids, names and keys are hers, instants and codes stay. */
export function writeClone(template: Template, clone: Clone, ground: Ground, lines: Lines): void {
  const { secrets } = ground;
  const { keys, made } = renewKeys(secrets.wrapping, clone.participant, [], retentionClasses);
  const words = wordsOf(template, clone, ground, keys);
  const hash = writeEvents(template, clone, ground, { words, keys, lines });
  const last = template.events.at(-1)?.recordedAt ?? '';
  line(lines, 'es.stream', [clone.journey, 'journey', template.events.length, bytea(hash), last]);
  for (const { class: name, number, wrapped } of made) {
    const bytes = bytea(Buffer.from(wrapped ?? '', 'base64'));
    line(lines, 'es.participant_key', [clone.participant, name, number, bytes]);
  }
  for (const [table, rows] of Object.entries(template.rows))
    (lines[`rm.${table}`] ??= []).push(filled(rows, words));
}

function writeEvents(
  { events }: Template,
  { journey, participant, position }: Clone,
  { epoch, xid }: Ground,
  { words, keys, lines }: { words: readonly string[]; keys: ParticipantKeys; lines: Lines },
): Buffer {
  let hash: Buffer = Buffer.alloc(0);
  events.forEach((event, index) => {
    const [at, version] = [position + index, index + 1];
    const { type, schemaVersion, occurredAt, recordedAt, epochs } = event;
    const [id, data, actor] = [event.id, event.data, event.actor].map((text) => filled(text, words));
    const [command, correlation, causation] = [event.commandId, event.correlationId, event.causationId].map(
      (text) => filled(text, words),
    );
    const sealed = sealedText(sealedParts(event.parts, words, participant, keys));
    const what = `"${journey}", ${version}, "${id}", "${type}", ${schemaVersion}, ${data}, ${sealed}, "${participant}"`;
    const who = `${actor}, "${command}", "${correlation}", "${causation}", ${epochs[0]}, ${epochs[1]}`;
    hash = createHash('sha256').update(hash).update(`[${what}, ${who}, ${epoch}, ${at}]`).digest();
    const own = [
      at,
      epoch,
      xid,
      journey,
      version,
      id,
      type,
      schemaVersion,
      escaped(data ?? ''),
      sealed,
      participant,
    ];
    line(lines, 'es.event', [
      ...own,
      escaped(actor ?? ''),
      command,
      correlation,
      causation,
      occurredAt,
      recordedAt,
      bytea(hash),
    ]);
  });
  return hash;
}

/** What stands in each slot of the template. */
function wordsOf(
  template: Template,
  clone: Clone,
  { secrets, programme }: Ground,
  keys: ParticipantKeys,
): string[] {
  const words: string[] = [];
  const own: Partial<Record<Own, string>> = {
    ...clone,
    kennungHmac: externalIdHmac(secrets, programme, clone.kennung) ?? '',
  };
  for (const word of template.words) {
    if (word.from === 'drawn') words[word.slot] = namedId(word.word, clone.journey);
    else if (word.from === 'id') words[word.slot] = namedId(filled(word.name, words), idNamespace);
    else if (word.from === 'key')
      words[word.slot] = secrets.hmac('message', filled(word.name, words)).toString('base64url').slice(0, 32);
    else words[word.slot] = own[word.from] ?? '';
  }
  const parts = { sealedState: template.state, sealedNames: template.names };
  for (const { slot, from } of template.words) {
    if (from !== 'sealedState' && from !== 'sealedNames') continue;
    words[slot] = sealedText(sealedParts(parts[from], words, clone.participant, keys));
  }
  return words;
}

/** As `sealParts` does of values; the text is at hand, and reading it to write it again would be most of the work. */
function sealedParts(
  parts: PartTexts,
  words: readonly string[],
  participant: string,
  keys: ParticipantKeys,
): SealedParts {
  const sealed: SealedParts = {};
  for (const { class: name, number, key } of keys) {
    const text = parts[name];
    if (!text || !key) continue;
    const context = `lotse/part/1|${participant}|${name}|${number}`;
    const envelope = seal(key, packText(filled(text, words)), context);
    sealed[name] = Buffer.concat([Buffer.of(number), envelope]).toString('base64');
  }
  return sealed;
}

/** In the order in which `jsonb` has them. */
const classesByLength = ['case', 'notes', 'status', 'contact'] as const;

const sealedText = (sealed: SealedParts): string =>
  `{${classesByLength.flatMap((name) => (sealed[name] === undefined ? [] : [`"${name}": "${sealed[name]}"`])).join(', ')}}`;

const bytea = (bytes: Buffer): string => String.raw`\\x` + bytes.toString('hex');

function line(lines: Lines, table: string, cells: readonly unknown[]): void {
  (lines[table] ??= []).push(`${cells.join('\t')}\n`);
}
