import { foldVersion } from '../../../domain/journey/state.js';
import { fromStored } from '../../event-store/stored-event.js';
import { foldJourney, rowOf, type FoldedJourney, type RowSources } from '../../journeys/rebuild-journey.js';
import { inlineReadModels } from '../index.js';
import type { JourneyRow } from '../journey/journey-row.js';
import type { Change, Compared, Head, Healing, Why } from './healing.js';
import { journeyDifference } from './journey-differences.js';
import { keysIn, readJourneys, type JourneyPage } from './journey-page.js';
import { journeyModels } from './names.js';
import { rowDifferences, type RowDifferences } from '../row-differences.js';
import { writeJourneys } from './write-journeys.js';

/** What has to be written of a journey. */
export interface JourneyChange extends Change {
  /** Its own row; absent where that is right. */
  row?: JourneyRow;
  isMissing: boolean;
  /** Its workflow has to be told. */
  isToldWrong: boolean;
  /** By read model. */
  models: Readonly<Record<string, RowDifferences>>;
}

/**
 * The read models of journeys.
 * @param models which of them; a journey whose own row is missing is put back for each of them, for theirs refer to it
 */
export function journeyHealing(
  sources: RowSources,
  models: readonly string[],
  generation: number,
): Healing<JourneyPage, JourneyChange> {
  return {
    streamType: 'journey',
    read: readJourneys,
    compare: (page) => comparePage(page, sources, models, generation),
    write: writeJourneys,
  };
}

function comparePage(
  page: JourneyPage,
  sources: RowSources,
  models: readonly string[],
  generation: number,
): Compared<JourneyChange> {
  const compared: Compared<JourneyChange> = { changes: [], failed: [], events: 0 };
  for (const head of page.heads) {
    const standing = page.journeys.get(head.id);
    const failed = (why: Why) => compared.failed.push({ id: head.id, why });
    if (standing && standing.fold_version > foldVersion) {
      failed('newer-version');
      continue;
    }
    try {
      const folded = foldIn(page, head, sources, generation);
      compared.events += head.version;
      const change = changeOf(page, head, folded, sources, models);
      if (change) compared.changes.push(change);
    } catch {
      failed('log-broken');
    }
  }
  return compared;
}

/** Throws where events are missing or can't be opened: a wrong fold must not take the place of a right row. */
function foldIn(
  page: JourneyPage,
  { id, version }: Head,
  { secrets, programmes }: RowSources,
  generation: number,
): FoldedJourney {
  const stored = page.events.get(id) ?? [];
  const isWhole = stored.length === version && stored.every((event, index) => event.version === index + 1);
  if (!isWhole) throw new Error('Events are missing');
  const keys = keysIn(page, secrets.wrapping, stored[0]?.ownerId ?? '');
  const events = stored.map((event) => fromStored(event, keys));
  return foldJourney(id, { events, keys }, programmes, generation);
}

function changeOf(
  page: JourneyPage,
  head: Head,
  folded: FoldedJourney,
  sources: RowSources,
  chosen: readonly string[],
): JourneyChange | undefined {
  const standing = page.journeys.get(head.id);
  const isMissing = standing === undefined;
  const isAsked = isMissing || chosen.includes('journey');
  const own = standing ? journeyDifference(standing, folded, sources.secrets) : { isToldWrong: true };
  const isOwnWritten = isAsked && own !== undefined;
  // A row that says of itself that today's fold wrote it vouches for the rows of the other models too.
  const isOfOlderFold = isOwnWritten && standing !== undefined && standing.fold_version < foldVersion;
  const models = modelDifferences(page, head.id, folded, isMissing || isOfOlderFold ? journeyModels : chosen);
  if (!isOwnWritten && Object.keys(models).length === 0) return undefined;
  const counts = Object.entries(models).map(([name, { gone, written }]) => [
    name,
    gone.length + written.length,
  ]);
  return {
    ...head,
    ...(isOwnWritten && { row: rowOf(folded, sources) }),
    isMissing,
    isToldWrong: own?.isToldWrong === true,
    models,
    wrong: { ...(isOwnWritten && { journey: 1 }), ...Object.fromEntries(counts) },
  };
}

function modelDifferences(
  page: JourneyPage,
  id: string,
  folded: FoldedJourney,
  chosen: readonly string[],
): Record<string, RowDifferences> {
  const found = inlineReadModels
    .filter(({ name }) => chosen.includes(name))
    .map((model) => {
      const standing = page.models.get(model.name)?.get(id) ?? [];
      return [model.name, rowDifferences(model, standing, folded.models[model.name] ?? [])] as const;
    });
  return Object.fromEntries(found.filter((each): each is [string, RowDifferences] => each[1] !== undefined));
}
