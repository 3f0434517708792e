import { standingNotices } from '../../../domain/staff-mail/reason.js';
import type { Instant } from '../../../domain/time.js';
import type { InlineReadModel } from '../inline-read-model.js';

/** What is due to staff because of a journey: codes only. */
export interface StaffNoticeRow {
  key: string;
  journey_id: string;
  recipient: 'coach' | 'coordinator';
  about: string;
  urgent: boolean;
  queued_at: Instant;
  /** Staff mail's own: null when the row is made, and never touched by the journey's commands. */
  settled_at: null;
}

/**
 * The notices that stand. Those whose reason is gone leave the table in the same transaction, told or not: it grows
 * with what is open, not with the years.
 */
export const staffNoticeReadModel: InlineReadModel<StaffNoticeRow> = {
  name: 'staff_notice',
  key: 'key',
  kept: ['settled_at'],
  rowsOf: (state) =>
    standingNotices(state).map(({ key, to, about, urgent, at }) => ({
      key,
      journey_id: state.plain.journey,
      recipient: to,
      about,
      urgent: urgent === true,
      queued_at: at,
      settled_at: null,
    })),
  changing: [],
};
