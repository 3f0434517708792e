import type { RecordedEvent } from '../events.js';
import type { JourneyState } from '../state.js';

type Turn = Extract<
  RecordedEvent,
  {
    type:
      | 'JourneyPaused'
      | 'JourneyResumed'
      | 'JourneyClosed'
      | 'JourneyReopened'
      | 'OverlaySet'
      | 'OverlayCleared';
  }
>;

/** The journey pauses, goes on, ends, begins again, or carries an overlay. */
export function turn(state: JourneyState, event: Turn): void {
  const { plain, case: own } = state;
  if ('notes' in event && event.notes) state.notes[event.id] = event.notes;
  switch (event.type) {
    case 'JourneyPaused':
      plain.paused = true;
      if (event.case) own.pausedOn = event.case.on;
      return;
    case 'JourneyResumed':
      plain.paused = false;
      plain.resumedAt = event.recordedAt;
      delete own.pausedOn;
      return;
    case 'JourneyClosed':
      plain.open = false;
      plain.paused = false;
      plain.closedBecause = event.plain.reason;
      plain.closed = { at: event.recordedAt, event: event.id };
      if (event.case) own.closedOn = event.case.on;
      return;
    case 'JourneyReopened':
      plain.open = true;
      plain.closedBecause = null;
      delete plain.closed;
      plain.reopenedAt = event.recordedAt;
      delete own.closedOn;
      if (event.case) own.reopenedOn = event.case.on;
      return;
    case 'OverlaySet':
      plain.overlays = [
        ...plain.overlays.filter((known) => known !== event.plain.overlay),
        event.plain.overlay,
      ];
      if (event.case) own.overlays[event.plain.overlay] = event.case;
      return;
    case 'OverlayCleared':
      plain.overlays = plain.overlays.filter((known) => known !== event.plain.overlay);
      delete own.overlays[event.plain.overlay];
  }
}
