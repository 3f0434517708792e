import type { EndedCommand } from '../journeys/command-watch.js';
import type { Counters } from './counters.js';

/** Counts commands as they end. */
export const countCommands =
  (counters: Counters) =>
  ({ command, outcome, code, conflicts, ms }: EndedCommand): void => {
    counters.count('lotse_commands_total', { command, outcome, ...(code !== undefined && { code }) });
    counters.time('lotse_command_seconds', { command }, ms);
    for (let tries = 0; tries < conflicts; tries += 1) {
      counters.count('lotse_command_conflicts_total', { command });
    }
  };
