import {
  ActivityFailure,
  condition,
  continueAsNew,
  patched,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  TimeoutFailure,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { defineSearchAttributeKey } from '@temporalio/common';
import type { JourneyActivities } from '../activities/journey.activities.js';
import type { Asked, away, fenced } from '../activities/ports.js';
import type { Standing } from '../domain/journey/standing.js';
import { allNews, newestManner, searchAttributes, signals, standingQuery, type Manner } from './messages.js';
import { detailsOf, timerSummary } from './show.js';

// One attempt: an act depends on the time, so trying again is the loop's, with a new `now` each time. An unlimited
// retry policy would carry out with an answer of an hour ago what is no longer true.
// It beats: after an outage Temporal hands tasks to connections that are gone, and what nobody took is seen by that.
const { carryOutDue, reportPlanningFailed } = proxyActivities<JourneyActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '10 minutes',
  retry: { maximumAttempts: 1 },
});

// Within the workflow's own task: half the work for Temporal. Where the worker dies the task comes again within seconds,
// and the act with it, any number of times; so a worker whose like have died leaves it to the act that is counted.
const { carryOutDueAtOnce } = proxyLocalActivities<JourneyActivities>({
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: '10 minutes',
  retry: { maximumAttempts: 1 },
});

const phaseKey = defineSearchAttributeKey(searchAttributes.phase, 'KEYWORD');
const communeKey = defineSearchAttributeKey(searchAttributes.commune, 'KEYWORD');

/** A run stays well under 200 events: replaying it after a restart takes milliseconds, and old code is never pinned for years. */
const longestHistory = 150;

/** Waits after acts that led nowhere: 1, 2, 4 … minutes, up to 6 hours; from the fourth on people are told. */
const firstPause = 60_000;
const longestPause = 6 * 60 * 60_000;
const failuresUntilTold = 4;

/** While the database is away the pause does not grow, nor after an act that was lost with its worker or with Temporal. */
const pauseWhenAway = 30_000;
const pauseWhenLost = 5_000;
/** An act that is lost so often in a row may be what its workers die of: from then on it counts as one that failed. */
const mostLosses = 6;

/**
 * Holds and shows the standing of one participant's journey, waits for news or for the next due instant, and has
 * carried out what is due. It knows no rules. Start, recovery and continuation are one path: all that it knows is in
 * its argument.
 */
export async function participantJourney(start: Standing, manner: Manner = {}): Promise<void> {
  let standing = start;
  let failures = 0;
  let isTold = false;
  let losses = 0;
  let pausedUntil = 0;
  let wantsLook = false;

  // Handlers first, before anything is awaited: a signal that comes with the start must find one.
  const hear = (news: Standing): void => {
    if (!isNewer(news, standing)) return;
    // The watchdog repeats itself: only what is really new ends the pause after failures.
    if (news.version > standing.version) {
      failures = 0;
      isTold = false;
      losses = 0;
      pausedUntil = 0;
    }
    standing = show(news, standing);
    wantsLook = true;
  };
  for (const name of allNews) setHandler(signals[name], hear);
  setHandler(standingQuery, () => standing);
  show(standing, undefined);

  while (!isOver(standing)) {
    if (isLong()) await continueAsNew<typeof participantJourney>(standing, newestManner);
    wantsLook = false;
    const wake = wakeAt(standing, pausedUntil);
    if (wake > Date.now()) {
      // Lazy: news that move the due instant further away leave the timer as it is (two events less); when it
      // fires too early, the loop sets the next one.
      const earlier = (): boolean => isOver(standing) || wakeAt(standing, pausedUntil) < wake;
      await sleepUntil(wake, standing, () => isLong() || (wantsLook && earlier()));
      continue;
    }
    const before = standing;
    const answer = await attempt(() =>
      carryOut({ journey: before.journey, generation: before.generation }, manner),
    );
    if (answer === 'fenced') {
      if (hasAdopted(before, standing)) continue;
      return;
    }
    losses = answer === 'lost' ? losses + 1 : 0;
    if (answer === 'away' || (answer === 'lost' && losses < mostLosses)) {
      // An outage, however long, is no failure of this journey: what is due must not wait for hours after it.
      pausedUntil = Date.now() + (answer === 'away' ? pauseWhenAway : pauseWhenLost);
      continue;
    }
    if (answer && answer !== 'lost' && isNewer(answer, standing)) standing = show(answer, standing);
    if (hasAdvanced(before, standing)) {
      failures = 0;
      isTold = false;
      continue;
    }
    failures += 1;
    pausedUntil = Date.now() + Math.min(firstPause * 2 ** (failures - 1), longestPause);
    if (failures >= failuresUntilTold && !isTold) {
      const told = await attempt(() =>
        reportPlanningFailed({ journey: before.journey, generation: before.generation }),
      );
      if (told === 'fenced') {
        if (hasAdopted(before, standing)) continue;
        return;
      }
      if (told && told !== 'away' && told !== 'lost') {
        isTold = true;
        if (isNewer(told, standing)) standing = show(told, standing);
      }
    }
  }
}

/** Of one generation the later version wins; of one version the one read last (a moved clock changes only instants). */
const isNewer = (news: Standing, known: Standing): boolean =>
  news.generation > known.generation ||
  (news.generation === known.generation && news.version >= known.version);

/** Whether a higher generation was heard of while an act was under way: the fence was not meant for this one any more. */
const hasAdopted = (before: Standing, { generation }: Standing): boolean => generation > before.generation;

/** Ends when nothing is due any more, not when the case is closed: legal dates run on. */
const isOver = ({ open, nextDue }: Standing): boolean => !open && nextDue === null;

const isLong = (): boolean => workflowInfo().historyLength >= longestHistory;

const wakeAt = ({ nextDue }: Standing, pausedUntil: number): number =>
  Math.max(nextDue === null ? Infinity : Date.parse(nextDue), pausedUntil);

const hasAdvanced = (before: Standing, after: Standing): boolean =>
  after.version > before.version || (after.nextDue ?? '') > (before.nextDue ?? '') || after.nextDue === null;

async function sleepUntil(wake: number, standing: Standing, changed: () => boolean): Promise<void> {
  if (wake === Infinity) return condition(changed);
  // condition() with 0 would time out at once and never let news in: at least one millisecond.
  await condition(changed, Math.max(1, wake - Date.now()), { summary: timerSummary(standing) });
}

async function carryOut(
  asked: Asked,
  { actsAtOnce = false }: Manner,
): Promise<Standing | typeof fenced | typeof away> {
  const answer = actsAtOnce ? await carryOutDueAtOnce(asked) : 'carefully';
  return answer === 'carefully' ? carryOutDue(asked) : answer;
}

/**
 * An act that fails gives `undefined`: whatever went wrong, the workflow's own task must not fail because of it. One
 * that nobody took, or that stopped beating, is `lost`: whoever carried it out is gone, and the act need not be at fault.
 */
async function attempt<Answer>(act: () => Promise<Answer>): Promise<Answer | 'lost' | undefined> {
  try {
    return await act();
  } catch (error) {
    // Temporal shows the failed activity; the loop tries again later with a new `now`
    return isLost(error) && patched(knowsLosses) ? 'lost' : undefined;
  }
}

/** Runs that began before an act could be lost go on as they did. */
const knowsLosses = 'lost-acts';

const isLost = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  error.cause instanceof TimeoutFailure &&
  error.cause.timeoutType !== 'START_TO_CLOSE';

/** Shows the standing to operators; search attributes only where they changed (each upsert is an event). */
function show(standing: Standing, before: Standing | undefined): Standing {
  setCurrentDetails(detailsOf(standing));
  if (before && standing.phase !== before.phase)
    upsertSearchAttributes([{ key: phaseKey, value: standing.phase }]);
  if (before && standing.commune !== before.commune) {
    upsertSearchAttributes([{ key: communeKey, value: standing.commune }]);
  }
  return standing;
}
