import { retentionClasses, type RetentionClass } from '../../domain/journey/classes.js';
import { standingOf } from '../../domain/journey/standing.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import type { Programmes } from '../../src/programmes/programmes.js';
import { inlineReadModels } from '../../src/read-models/index.js';
import { journeyRow, type JourneyRow } from '../../src/read-models/journey/journey-row.js';
import { namesOf } from '../../src/read-models/journey/sealed-names.js';
import { copyLines } from './copy-text.js';
import { epochText, jsonbText } from './jsonb-text.js';
import type { Person } from './people.js';
import { placeholders, type LivedLife, type Named } from './lived.js';
import { Slots, type SlottedText } from './slotted.js';

/** Parts that are sealed, as their text is before. */
export type PartTexts = Partial<Record<RetentionClass, SlottedText>>;

/** An event of a template. `before` and `after` its sealed parts stand what its hash is taken over. */
export interface EventTemplate {
  id: SlottedText;
  type: string;
  schemaVersion: number;
  data: SlottedText;
  parts: PartTexts;
  actor: SlottedText;
  commandId: SlottedText;
  correlationId: SlottedText;
  causationId: SlottedText;
  occurredAt: string;
  recordedAt: string;
  /** As the hash has them. */
  epochs: [occurred: string, recorded: string];
}

/** A life as texts that are filled anew for each participant. */
export interface Template {
  events: EventTemplate[];
  state: PartTexts;
  /** What the directory of names opens. */
  names: PartTexts;
  /** Its rows as COPY takes them, by the table of `rm`. */
  rows: Record<string, SlottedText>;
  /** The columns of those that have rows, by the table's whole name. */
  columns: Record<string, string>;
  /** What each slot is made from, in an order in which it can be. */
  words: SlotWord[];
  journey: string;
  commune: string;
}

/** What each clone has of its own. */
export type Own =
  'journey' | 'participant' | 'coach' | keyof Person | 'kennungHmac' | 'sealedState' | 'sealedNames';

/** Where a slot's word comes from. */
export type SlotWord =
  | { slot: number; from: Own }
  | { slot: number; from: 'id' | 'key'; name: SlottedText }
  | { slot: number; from: 'drawn'; word: string };

/** Ids, message keys (32 characters of base64url), and the placeholders of a person. */
const pattern =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|@\w+@|DEMO-\d{4}|demo-\d{4}@example\.org|(?<![\w-])[\w-]{32}(?![\w-])/g;

/** Cuts a life into texts. Its rows are those that the product's own functions make. */
export function templateOf({ journey, state, events, named }: LivedLife, programmes: Programmes): Template {
  const slots = new Slots();
  const isOwn = (word: string): boolean => word.length !== 32 || named.has(word);
  const cut = (text: string): SlottedText => slots.cut(text, pattern, isOwn);
  const cutParts = (parts: Partial<Record<RetentionClass, unknown>>): PartTexts =>
    Object.fromEntries(
      retentionClasses
        .filter((name) => parts[name] !== undefined)
        .map((name) => [name, cut(JSON.stringify(parts[name]))]),
    );
  const { stamp, programme } = programmes.planning(state.plain.programme);
  const standing = standingOf(state, programme, 1);
  const written = journeyRow({
    state,
    standing,
    stamp,
    sealed: { state: {}, names: {} },
    externalIdHmac: null,
  });
  const template = {
    events: events.map((event) => ({
      id: cut(event.id),
      type: event.type,
      schemaVersion: event.schemaVersion,
      data: cut(jsonbText(event.plain)),
      parts: cutParts(event),
      actor: cut(jsonbText(event.actor)),
      commandId: cut(event.commandId),
      correlationId: cut(event.correlationId),
      causationId: cut(event.causationId),
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
      epochs: [epochText(event.occurredAt), epochText(event.recordedAt)] as [string, string],
    })),
    state: cutParts({ case: state.case, status: state.status, contact: state.contact, notes: state.notes }),
    names: cutParts(namesOf(state)),
    rows: {
      journey: cut(
        copyLines([
          armed(written, {
            state_sealed: '@sealed@',
            names_sealed: '@names@',
            external_id_hmac: '\\x@hmac@',
          }),
        ]),
      ),
      ...Object.fromEntries(
        inlineReadModels.map(({ name, rowsOf }) => [
          name,
          cut(copyLines(rowsOf(state, programme).map(settled))),
        ]),
      ),
    },
  };
  const own = {
    [journey]: 'journey',
    [state.plain.participant]: 'participant',
    [placeholders.coach]: 'coach',
  } as const;
  const words = wordsOf(slots, named, cut, own);
  return { ...template, words, columns: columnsOf(state, programme), journey, commune: state.plain.commune };
}

/** Names may hold ids that stand nowhere else: cutting them may make further slots, which come first then. */
function wordsOf(
  slots: Slots,
  named: ReadonlyMap<string, Named>,
  cut: (text: string) => SlottedText,
  own: Readonly<Record<string, Own>>,
): SlotWord[] {
  const names = new Map<string, SlottedText>();
  for (let known = -1; known < slots.words.length;) {
    known = slots.words.length;
    for (const word of slots.words) {
      const found = named.get(word);
      if (found && !names.has(word)) names.set(word, cut(found.name));
    }
  }
  const words = slots.words.map((word, slot) => ({ word, slot }));
  const order = new Map([...named.keys()].map((word, index) => [word, index]));
  const made = words
    .filter(({ word }) => named.has(word))
    .toSorted((a, b) => (order.get(a.word) ?? 0) - (order.get(b.word) ?? 0))
    .map(({ word, slot }): SlotWord => ({
      slot,
      from: named.get(word)?.kind ?? 'id',
      name: names.get(word) ?? cut(word),
    }));
  const others = words
    .filter(({ word }) => !named.has(word))
    .map(({ word, slot }): SlotWord => {
      const from = own[word] ?? personal(word);
      return from ? { slot, from } : { slot, from: 'drawn', word };
    });
  return [...others, ...made];
}

const placeholderOwn: Readonly<Record<string, Own>> = {
  [placeholders.givenName]: 'givenName',
  [placeholders.familyName]: 'familyName',
  '@hmac@': 'kennungHmac',
  '@sealed@': 'sealedState',
  '@names@': 'sealedNames',
};

function personal(word: string): Own | undefined {
  if (word.startsWith('DEMO-')) return 'kennung';
  return word.startsWith('demo-') ? 'email' : placeholderOwn[word];
}

/** The relay has nothing to tell: there are no workflows for so many, and nothing is due while it is measured. */
const armed = (row: JourneyRow, sealed: object): object => ({
  ...row,
  ...sealed,
  news: 'agendaChanged',
  bulk: true,
  armed_version: row.stream_version,
  armed_for: row.next_due,
});

/** What staff would have been told in the past they were told: nobody is written to about all of it now. */
const settled = (row: object): object =>
  'settled_at' in row && 'queued_at' in row ? { ...row, settled_at: row.queued_at } : row;

const columnsOf = (state: JourneyState, programme: Programme): Record<string, string> =>
  Object.fromEntries(
    inlineReadModels.flatMap(({ name, rowsOf }) => {
      const [first] = rowsOf(state, programme);
      return first ? [[`rm.${name}`, Object.keys(first).join(', ')] as const] : [];
    }),
  );
