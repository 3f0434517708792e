import { z } from 'zod';
import { message, messageState } from '../journeys/deadline.js';
import { day } from '../routes/fields.js';
import { act } from './act.js';
import { cell } from './figures.js';
import { placeFilters, whereabouts } from './lists.js';
import { wording } from './wording.js';

/** Whose messages are counted. */
export const messageFigureFilters = {
  ...placeFilters,
  /** The participant's, BCP 47; `fa` finds `fa-AF` too. */
  language: z.string().max(20).optional(),
};

/** Which messages are listed. */
export const messageFilters = {
  ...messageFigureFilters,
  /** Finds messages to participants; what became of a notice to staff stands in its mail. */
  state: messageState.optional(),
  to: z.enum(['participant', 'coach', 'coordinator']).optional(),
  /** Planned for this day in Berlin or a later one; once it is sent, the day on which that began. */
  from: day.optional(),
  /** Until this day and on it. */
  until: day.optional(),
  /** Beginnings of names, or a Kennung. */
  q: z.string().trim().min(1).max(100).optional(),
  order: z.enum(['earliest', 'latest']).default('earliest'),
};

/** A message in a list across journeys. */
export const messageItem = message.extend({
  commune: whereabouts.commune,
  coach: whereabouts.coach,
  /** Of whom it is to, so that somebody can call instead. */
  phone: whereabouts.phone,
});
export type MessageItem = z.infer<typeof messageItem>;

/** What of the post out is looked at, one after the other. */
export const messageTab = z.enum(['today', 'planned', 'held', 'failed', 'suppressed', 'cancelled', 'sent']);
export type MessageTab = z.infer<typeof messageTab>;

/** How many messages to participants there are, each number with the list that it counts. */
export const messageFigures = z.strictObject({
  tabs: z.array(cell.extend({ key: messageTab })),
});
export type MessageFigures = z.infer<typeof messageFigures>;

/**
 * What a message says, or would say today: in the participant's language, then in German where that is another. None
 * where nobody can be called back.
 */
export const messagePreview = z.strictObject({
  editions: z.array(wording),
  /** A neutral text goes out in place of one that only a person may tell. */
  isProtected: z.boolean(),
  /** That text, for a coach. */
  protectedText: z.string().optional(),
  /** What the reader may do about it: hold it back, let it go, tell it in person, send it again. */
  actions: z.array(act),
  /** Why what was handed over is not sent again: a second one could arrive, or it is no longer true. */
  notAgain: z.string().optional(),
});
export type MessagePreview = z.infer<typeof messagePreview>;
