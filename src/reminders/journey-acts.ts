import { away, fenced, type Asked, type JourneyActs } from '../../activities/ports.js';
import type { Command } from '../../domain/journey/commands/index.js';
import { isToldOfFailure } from '../../domain/journey/commands/report-planning-failed.js';
import type { Standing } from '../../domain/journey/standing.js';
import type { CommandOrigin, CommandResult } from '../journeys/command-runner.js';
import { isDatabaseFull } from '../database/database-full.js';
import { isDatabaseAway } from '../http/database-away.js';
import { Fenced } from '../journeys/outcomes.js';
import { inTemporalTime } from '../temporal/standing.js';
import { inSpan } from '../tracing/spans.js';
import { traceOfJourney } from '../tracing/trace-of-journey.js';
import { carryOutAndSend, type ReminderParts } from './send-mails.js';

/**
 * Carries out what a journey's workflow asks for, through the same command path that the coach uses.
 * @param generation the installation's: a workflow of an older one has to stop, also where there is nothing to append
 */
export function journeyActs(parts: ReminderParts, generation: () => Promise<number>): JourneyActs {
  const { runner, clock, sql } = parts;
  const originOf = ({ generation }: Asked): CommandOrigin => ({
    actor: { kind: 'engine', id: 'engine' },
    generation,
    knownToWorkflow: true,
    bulk: true,
  });
  const run = (asked: Asked, command: Command): Promise<CommandResult> =>
    runner.run(asked.journey, command, originOf(asked));
  const unlessFenced = async (
    asked: Asked,
    act: () => Promise<Standing>,
  ): Promise<Standing | typeof fenced | typeof away> => {
    try {
      if (asked.generation < (await generation())) return fenced;
      // Of the generation that asked: this process may know a newer one, or not yet this one, and only being told by the
      // relay makes a workflow adopt.
      return { ...inTemporalTime(await act(), clock), generation: asked.generation };
    } catch (error) {
      if (error instanceof Fenced) return fenced;
      if (isDatabaseAway(error) || isDatabaseFull(error)) return away;
      throw error;
    }
  };

  /** An act belongs to the trace of what led to it, though months lie between. */
  const traced = async (act: string, asked: Asked, work: () => Promise<Standing>) => {
    const { journey } = asked;
    const trace = await traceOfJourney(sql, journey);
    return inSpan(`act ${act}`, { journey }, () => unlessFenced(asked, work), trace);
  };

  return {
    carryOutDue: (asked) =>
      traced('carryOutDue', asked, async () => {
        const last = await carryOutAndSend(parts, asked.journey, originOf(asked));
        if (!isToldOfFailure(last.state)) return last.standing;
        // Whatever failed has thrown by now: what is due was carried out.
        return (await run(asked, { type: 'ReportPlanningRestored' })).standing;
      }),
    reportPlanningFailed: (asked) =>
      traced(
        'reportPlanningFailed',
        asked,
        async () => (await run(asked, { type: 'ReportPlanningFailed' })).standing,
      ),
  };
}
