import { Refused } from '../../api/problem.js';
import { announce } from '../../shell/undo/announce.js';
import { say } from '../../texts/common.js';

/** Says why an act was refused, with what is missing for it. */
export function tellRefusal(error: unknown): void {
  const refused = error instanceof Refused ? error : undefined;
  const missing = (refused?.body.missing ?? []).map(({ text }) => say('missing', { what: text }));
  announce([refused?.message ?? say('errorServer'), ...missing].join(' '), 'alert');
}
