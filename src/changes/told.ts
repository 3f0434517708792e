import { changedPart, type Change } from '../../contract/changes.js';
import { accessTo } from '../http/guards/access-to.js';
import type { Account } from '../http/ports.js';
import type { Happening, JourneyHappening } from './happenings.js';
import { partsSeenReduced } from './parts-of-events.js';

/**
 * Whether what a coach sees of a colleague's journey became another one between two versions of its stream.
 * Asked only where a part of it was touched.
 */
export type LooksDifferent = (journey: string, before: number, after: number) => Promise<boolean>;

/**
 * More than this at once is not worth asking for one by one. A coordinator’s are told without a question; of what a
 * coach sees of her colleagues’ journeys each is compared.
 */
const atOnce = { coordinator: 1000, coach: 100, admin: 0 };

/** What an account is told of what happened: each journey and import once, and only what is in its scope. */
export async function changesFor(
  account: Account,
  happenings: readonly Happening[],
  looksDifferent: LooksDifferent,
): Promise<Change[]> {
  const journeys = new Map<string, JourneyHappening[]>();
  const imports = new Set<string>();
  for (const happening of happenings) {
    if (happening.kind === 'import') {
      if (mayHearOfImport(account, happening.owner)) imports.add(happening.id);
    } else journeys.set(happening.id, [...(journeys.get(happening.id) ?? []), happening]);
  }
  const changes: Change[] = [...imports].map((id) => ({ kind: 'import', id }));
  for (const ofOne of journeys.values()) {
    const told = await changeOf(account, ofOne, looksDifferent);
    if (told) changes.push(told);
    if (changes.length > atOnce[account.role]) return [{ kind: 'everything' }];
  }
  return changes;
}

/** As `GET /imports/{id}` shows it: to whoever imported, and to whoever coordinates the whole region. */
const mayHearOfImport = ({ role, id, communes }: Account, owner: string): boolean =>
  role === 'coordinator' && (owner === id || communes === null);

async function changeOf(
  account: Account,
  happenings: readonly JourneyHappening[],
  looksDifferent: LooksDifferent,
): Promise<Change | undefined> {
  const last = happenings.at(-1);
  if (!last) return undefined;
  const { id, now } = last;
  switch (accessTo(account, now)) {
    case 'full':
      return { kind: 'journey', id, version: now.version, changed: partsOf(happenings) };
    case 'reduced':
      return (await looksOther(happenings, looksDifferent)) ? { kind: 'journey', id } : undefined;
    case undefined:
      // whoever had it meanwhile has something to drop
      return happenings.some(({ before }) => before?.coachId === account.id)
        ? { kind: 'gone', id }
        : undefined;
  }
}

function partsOf(happenings: readonly JourneyHappening[]) {
  const touched = new Set(happenings.flatMap(({ parts }) => parts));
  return changedPart.options.filter((part) => touched.has(part));
}

/** Whether the touches between the first and the last one that can be seen came to something else. */
async function looksOther(
  happenings: readonly JourneyHappening[],
  looksDifferent: LooksDifferent,
): Promise<boolean> {
  const seen = happenings.filter(({ parts }) => parts.some((part) => partsSeenReduced.includes(part)));
  const versions = seen.flatMap(({ streamVersion }) => streamVersion ?? []);
  const [journey, first, last] = [seen[0]?.id, versions[0], versions.at(-1)];
  if (journey === undefined || first === undefined || last === undefined) return false;
  return looksDifferent(journey, first - 1, last);
}
