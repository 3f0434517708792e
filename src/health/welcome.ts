import type { Config } from '../config/config.js';

/** Three plain lines for whoever opens the address. */
export function welcome({ publicUrl, temporalUiOrigin }: Config): string {
  const ui = temporalUiOrigin ?? 'as your Temporal has it';
  return [
    'Lotse, an event-sourced workflow engine for participant journeys.',
    `The API describes itself at ${publicUrl}/api/docs.`,
    `Temporal's own pages: ${ui}. How to begin: README.md.`,
    '',
  ].join('\n');
}
