import { isOfficeHour, mailMorning } from '../../../domain/deadlines/staff-hours.js';
import { later, type Windows } from '../../../domain/deadlines/windows.js';
import type { RecordedEvent } from '../../../domain/journey/events.js';
import type { JourneyState, NoticeFact } from '../../../domain/journey/state.js';
import type { StaffMailKind } from '../../../domain/staff-mail/events.js';
import { reasonOf } from '../../../domain/staff-mail/reason.js';
import type { Instant } from '../../../domain/time.js';

/** A notice that staff were told of by mail. */
export interface ToldNotice {
  key: string;
  to: NoticeFact['to'];
  kind: StaffMailKind;
  queuedAt: Instant;
  at: Instant;
}

/** What waits for its mail. */
interface Waiting extends ToldNotice {
  notice: NoticeFact;
}

/** The notices of one life, and which of them staff were told of: those whose reason stood when their mail left. */
export class NoticesTold {
  readonly told: ToldNotice[] = [];
  private waiting: Waiting[] = [];

  constructor(private readonly windows: Windows) {}

  /** Takes in what was queued. */
  hear(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      if (event.type !== 'NoticeQueued') continue;
      const { key, ...fact } = event.plain;
      const notice = { at: event.recordedAt, ...fact };
      const atOnce = notice.urgent === true && isOfficeHour(notice.at, this.windows);
      const at = atOnce ? later(notice.at, 20) : mailMorning(notice.at, this.windows);
      const kind = atOnce ? 'at_once' : 'morning';
      this.waiting.push({ key, to: notice.to, kind, queuedAt: notice.at, at, notice });
    }
  }

  /** Lets the mails leave that are due by then; `state` is how things stood meanwhile. */
  passUntil(instant: Instant, state: JourneyState): void {
    const due = this.waiting.filter(({ at }) => at <= instant);
    if (due.length === 0) return;
    this.waiting = this.waiting.filter(({ at }) => at > instant);
    for (const { notice, ...told } of due) if (reasonOf(state, notice)) this.told.push(told);
  }
}
