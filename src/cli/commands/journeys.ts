import type { Command } from 'commander';
import type { JourneyItem, ReducedJourney } from '../../../contract/journeys/journey.js';
import { Api } from '../api.js';
import { table } from '../table.js';
import type { Terminal } from '../terminal.js';

/** An item of the list: of a colleague's journey a coach sees less. */
export type Listed = JourneyItem | ReducedJourney;

/** `journeys`: the open journeys in the account's scope, the next due first. */
export function addJourneys(lotse: Command, terminal: Terminal): void {
  lotse
    .command('journeys')
    .description('List the open journeys, the next due first')
    .option('--json', 'print them as JSON')
    .action(async ({ json }: { json?: true }) => {
      const journeys: Listed[] = [];
      for await (const item of Api.of(terminal).all<Listed>('/journeys')) journeys.push(item);
      terminal.out(json ? JSON.stringify(journeys) : table(titles, journeys.map(rowOf)));
    });
}

const titles = ['Kennung', 'Name', 'Phase', 'Commune', 'Coach', 'Next due', 'Needs attention'];

function rowOf(item: Listed): string[] {
  const { externalId = '', name, phase, commune, coach } = item;
  const nextDue = 'nextDue' in item ? item.nextDue : null;
  const flags = 'flags' in item ? item.flags : [];
  return [externalId, nameOf(name), phase, commune, coach ?? '', nextDue?.day ?? '', flags.join(', ')];
}

/** A name as it is read; empty where it was erased. */
export const nameOf = ({ givenName = '', familyName = '' }: Listed['name']): string =>
  `${givenName} ${familyName}`.trim();
