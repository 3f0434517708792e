import type { Command } from 'commander';
import type { Journey, ReducedJourney } from '../../../contract/journeys/journey.js';
import { Api } from '../api.js';
import { findJourney } from '../find-journey.js';
import type { Terminal } from '../terminal.js';
import { journeyReport } from './journey-report.js';

/** `journey KENNUNG`: one journey, with what is due and what comes next. */
export function addJourney(lotse: Command, terminal: Terminal): void {
  lotse
    .command('journey')
    .description('Show one journey: phase, papers, deadlines, what comes next')
    .argument('<kennung>', 'its Kennung, such as AC-110001')
    .option('--json', 'print it as JSON')
    .action(async (kennung: string, { json }: { json?: true }) => {
      const api = Api.of(terminal);
      const journey = await api.get<Journey | ReducedJourney>(`/journeys/${await findJourney(api, kennung)}`);
      terminal.out(json ? JSON.stringify(journey) : journeyReport(journey));
    });
}
