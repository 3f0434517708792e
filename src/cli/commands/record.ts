import { InvalidArgumentError, type Command } from 'commander';
import type { Journey } from '../../../contract/journeys/journey.js';
import { berlinDay } from '../../../domain/deadlines/berlin.js';
import { isDay } from '../../../domain/deadlines/day.js';
import type { Day } from '../../../domain/time.js';
import type { Environment } from '../../config/read-variable.js';
import { Api } from '../api.js';
import { findJourney } from '../find-journey.js';
import type { Terminal } from '../terminal.js';
import { runningLotse } from '../where.js';
import { journeyReport } from './journey-report.js';

interface Options {
  on?: Day;
  data?: object;
  json?: true;
}

/** `record KENNUNG MILESTONE`: says that something the programme counts has happened. */
export function addRecord(lotse: Command, terminal: Terminal): void {
  lotse
    .command('record')
    .description('Record a milestone')
    .argument('<kennung>', 'the journey’s Kennung')
    .argument('<milestone>', 'such as consent_given or plan_agreed')
    .option('--on <day>', 'the day on which it happened, YYYY-MM-DD (default: today)', dayFrom)
    .option('--data <json>', 'what the milestone says, as the programme names its fields', objectFrom)
    .option('--json', 'print the journey as JSON')
    .action(async (kennung: string, milestone: string, options: Options) => {
      const { on = today(terminal.env), data = {}, json } = options;
      const api = Api.of(terminal);
      const id = await findJourney(api, kennung);
      const journey = await api.post<Journey>(`/journeys/${id}/milestones`, { milestone, on, data });
      terminal.out(json ? JSON.stringify(journey) : journeyReport(journey));
    });
}

function dayFrom(text: string): Day {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Expected a calendar day such as 2026-11-23.');
}

function objectFrom(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // said below
  }
  throw new InvalidArgumentError('Expected a JSON object such as {"nextReviewOn": "2027-02-01"}.');
}

/** Today by the clock of the Lotse that runs here: `LOTSE_NOW` may have moved it. */
const today = (env: Environment): Day =>
  berlinDay(new Date(Date.now() + (runningLotse(env)?.clockOffsetMs ?? 0)).toISOString());
