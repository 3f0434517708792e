import { berlinDay } from '../../deadlines/berlin.js';
import type { Windows } from '../../deadlines/windows.js';
import type { Programme } from '../../programme/schema/programme.js';
import type { Day, Instant } from '../../time.js';
import type { Actor } from '../events.js';
import { Refusal, type Missing } from '../refusal.js';
import type { JourneyState } from '../state.js';

/** What a decision may know beside the state: the instant, who acts, the programme, and ids that repeat with the command. */
export interface DecisionContext {
  now: Instant;
  actor: Actor;
  programme: Programme;
  /** When participants may be written to. */
  windows: Windows;
  /** A UUID for the n-th thing that this command makes; the same command makes the same ids. */
  idFor(name: string): string;
}

/** The programme's region's day at the decision's instant. */
export const today = ({ now }: DecisionContext): Day => berlinDay(now);

/** Refuses a day that lies ahead: what has happened has happened by today. `field` is its place in the request. */
export function refuseFuture(on: Day, context: DecisionContext, field = '/on'): void {
  if (on <= today(context)) return;
  const sentence = `This day lies ahead; expected a day up to today, ${today(context)}.`;
  throw new Refusal('date-in-future', sentence, [], field);
}

/** Refuses a command that needs an open journey. */
export function refuseClosed(state: JourneyState): void {
  if (state.plain.open) return;
  throw new Refusal('not-yet-possible', 'This journey is closed.', [closed]);
}

const closed: Missing = {
  code: 'journey-closed',
  text: {
    de: 'Die Begleitung ist abgeschlossen und muss zuerst wieder aufgenommen werden.',
    en: 'The journey is closed and has to be reopened first.',
  },
  who: 'coordinator',
};
