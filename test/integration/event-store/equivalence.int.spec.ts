import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agendaChange } from '../../../domain/journey/agenda-change.js';
import { plan } from '../../../domain/deadlines/plan.js';
import type { Command } from '../../../domain/journey/commands/index.js';
import { Refusal } from '../../../domain/journey/refusal.js';
import { fold } from '../../../domain/journey/evolve.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import type { CommandResult } from '../../../src/journeys/command-runner.js';
import { instantOf, steps, type Step } from '../../support/steps.js';
import { opening } from '../../support/wishes.js';
import { journeyRunner, type RunnerWorld } from './runner.js';
import { asStored, compareWithTheLog, journeyNow } from './what-the-log-says.js';

const start = '2026-11-23T07:30:00.000Z';
let world: RunnerWorld;
beforeAll(async () => {
  world = await journeyRunner(start);
});
afterAll(() => world?.end());

/** How a command is sent: once, again afterwards, twice at the same time, or at the same time as the next one. */
type Way = 'once' | 'again' | 'twice at once' | 'with the next one';
/** `goesOn`: from the result of the command before, whatever was recorded since. */
type SentStep = Step & { way: Way; clockBack: boolean; goesOn: boolean };

const sentSteps = (length: number): fc.Arbitrary<SentStep[]> =>
  fc
    .tuple(
      steps(length),
      fc.array(
        fc.record({
          way: fc.constantFrom<Way>('once', 'once', 'again', 'twice at once', 'with the next one'),
          clockBack: fc.boolean(),
          goesOn: fc.boolean(),
        }),
        { minLength: length, maxLength: length },
      ),
    )
    .map(([wishes, ways]) =>
      wishes.map((wish, index) => ({
        way: 'once' as const,
        clockBack: false,
        goesOn: false,
        ...wish,
        ...ways[index],
      })),
    );

/** Sends a command; a rule that stands against it is an answer like another. */
async function send(
  journey: string,
  command: Command,
  commandId: string,
  after?: CommandResult,
): Promise<CommandResult | undefined> {
  try {
    return await world.runner.run(
      journey,
      command,
      { actor: world.actor, commandId },
      { ...(after && { after }) },
    );
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** A module loses its newest step, and with the next withdrawal the one before: only a key says that two are one. */
const takesNewestStep = (command: Command): boolean =>
  command.type === 'WithdrawRecord' && command.kind === 'modules';

/** In strict mode whatever changes it throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const stateOf = (journey: string): Promise<JourneyState> => journeyNow(world, journey);

/** Takes a journey through a history. */
async function live(journey: string, history: readonly SentStep[]): Promise<void> {
  let before: CommandResult | undefined;
  for (const [index, step] of history.entries()) {
    const state = await stateOf(journey);
    world.setClock(instantOf(step, state, world.now()));
    if (step.clockBack) world.setClock(new Date(Date.parse(world.now()) - 5000).toISOString());
    const command = step.wish(state, world.today(), world.now());
    const commandId = randomUUID();
    const next = history[index + 1]?.wish(state, world.today(), world.now());
    const [sent] = await Promise.all([
      send(journey, command, commandId, step.goesOn ? before : undefined),
      step.way === 'twice at once' && send(journey, command, commandId),
      step.way === 'with the next one' && next && send(journey, next, randomUUID()),
    ]);
    const again =
      step.way === 'again' && !takesNewestStep(command) ? await send(journey, command, commandId) : undefined;
    expect(again?.events ?? []).toEqual([]);
    before = sent ?? before;
  }
}

const seenTypes = new Set<string>();

async function open(): Promise<string> {
  world.setClock(start);
  const journey = randomUUID();
  // somebody accompanies it, so that there is somebody to remind
  const given = { externalId: `KI-${journey}`, coach: randomUUID() };
  const command = { ...opening(world.today(), randomUUID()), ...given };
  await send(journey, command, randomUUID());
  return journey;
}

describe('what is written along the way', () => {
  it('equals what the log says, and the agenda a fresh plan, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(sentSteps(30), async (history) => {
        const journey = await open();
        await live(journey, history);
        const { state, events } = await compareWithTheLog(world, journey);
        for (const { type } of events) seenTypes.add(type);
        // events are folded again and again, as far as somebody looks back: no fold may change them
        expect(asStored(fold(journey, frozen(events)))).toEqual(asStored(state));
        const fresh = plan(state, world.programmes.planning(state.plain.programme));
        expect(agendaChange(state, fresh)).toBeUndefined();
      }),
      { seed: 20261126, numRuns: 40, endOnFailure: true },
    );
  });

  it('came from histories in which everything happened that may', () => {
    const wanted = [
      'AgendaChanged',
      'CoachAssigned',
      'CoachReminded',
      'ConsentWithdrawn',
      'ContactRecorded',
      'ContactWithdrawn',
      'DeadlineMissed',
      'DeadlineVerified',
      'DocumentRecorded',
      'DocumentWithdrawn',
      'FlagCleared',
      'FlagRaised',
      'FlagSnoozeWithdrawn',
      'FlagSnoozed',
      'JourneyClosed',
      'JourneyOpened',
      'JourneyPaused',
      'JourneyReopened',
      'MessageDeferred',
      'MessageFailed',
      'MessageSending',
      'MessageSent',
      'MessageSuppressed',
      'MilestoneReached',
      'MilestoneWithdrawn',
      'ModuleChangeWithdrawn',
      'ModuleChanged',
      'NoticeQueued',
      'OverlaySet',
      'ParticipantChanged',
      'RenewalRequested',
      'TaskDone',
      'TaskGone',
      'TaskOpened',
      'TaskReopened',
    ];
    expect(wanted.filter((type) => !seenTypes.has(type))).toEqual([]);
  });

  it('lets a row of an older fold be folded again from the log', async () => {
    const journey = await open();
    const before = await stateOf(journey);
    await world.owner.query(`UPDATE rm.journey SET fold_version = 0, state_sealed = '{}' WHERE id = $1`, [
      journey,
    ]);
    expect(asStored(await stateOf(journey))).toEqual(asStored(before));
  });
});
