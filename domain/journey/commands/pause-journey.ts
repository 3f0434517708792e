import type { Day } from '../../time.js';
import type { Overlay, ProposedEvent } from '../events.js';
import { refuseWithoutConsent } from '../consent.js';
import type { JourneyState } from '../state.js';
import { refuseClosed, refuseFuture, type DecisionContext } from './context.js';

/** The journey rests; legal dates run on towards staff. The reason is one of three, never an illness. */
export interface PauseJourney {
  type: 'PauseJourney';
  on: Day;
  reason?: string;
  note?: string;
}

export interface ResumeJourney {
  type: 'ResumeJourney';
  on: Day;
  note?: string;
}

/** Something lies over the journey, whatever its phase: nobody reaches the person, or the status is in crisis. */
export interface SetOverlay {
  type: 'SetOverlay';
  overlay: Overlay;
  since: Day;
  note?: string;
}

export interface ClearOverlay {
  type: 'ClearOverlay';
  overlay: Overlay;
}

/** Pauses an open journey; pausing a paused one says nothing new. */
export function pauseJourney(
  state: JourneyState,
  { on, reason, note }: PauseJourney,
  context: DecisionContext,
): ProposedEvent[] {
  refuseFuture(on, context);
  refuseClosed(state);
  refuseWithoutConsent(state);
  if (state.plain.paused) return [];
  const notes = note !== undefined && { notes: { note } };
  return [
    {
      type: 'JourneyPaused',
      plain: reason === undefined ? {} : { reason },
      case: { on },
      ...notes,
      occurredOn: on,
    },
  ];
}

/** Goes on with a paused journey. */
export function resumeJourney(
  state: JourneyState,
  { on, note }: ResumeJourney,
  context: DecisionContext,
): ProposedEvent[] {
  refuseFuture(on, context);
  refuseClosed(state);
  if (!state.plain.paused) return [];
  const notes = note !== undefined && { notes: { note } };
  return [{ type: 'JourneyResumed', plain: {}, case: { on }, ...notes, occurredOn: on }];
}

/** Sets an overlay; the same one since the same day says nothing new. */
export function setOverlay(
  state: JourneyState,
  { overlay, since, note }: SetOverlay,
  context: DecisionContext,
): ProposedEvent[] {
  refuseFuture(since, context, '/since');
  refuseClosed(state);
  refuseWithoutConsent(state);
  if (state.plain.overlays.includes(overlay) && state.case.overlays[overlay]?.since === since) return [];
  const notes = note !== undefined && { notes: { note } };
  return [{ type: 'OverlaySet', plain: { overlay }, case: { since }, ...notes, occurredOn: since }];
}

/** Takes an overlay away that a person has set. */
export const clearOverlay = (state: JourneyState, { overlay }: ClearOverlay): ProposedEvent[] =>
  state.plain.overlays.includes(overlay) ? [{ type: 'OverlayCleared', plain: { overlay } }] : [];
