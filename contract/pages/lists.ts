import { z } from 'zod';
import { task } from '../journeys/attention.js';
import { deadline } from '../journeys/deadline.js';
import { day, email } from '../routes/fields.js';
import { act } from './act.js';

/** Of which journeys a list or a figure is. */
export const placeFilters = {
  commune: z.string().max(60).optional(),
  /** By e-mail; `none`: nobody accompanies the journey. */
  coach: z.union([z.literal('none'), email]).optional(),
};

/** How a journey comes into a phase or leaves it: to a later one, to an earlier one, or because it was closed. */
export const movements = ['entered', 'onward', 'back', 'ended'] as const;
export type Movement = (typeof movements)[number];

/** Which way journeys have gone. */
export const flowFilters = {
  /** Came into a phase or left it: `in_support.onward`. */
  move: z
    .string()
    .regex(new RegExp(`^[a-z_]{1,60}\\.(?:${movements.join('|')})$`))
    .optional(),
  /** Only moves on this day or later. */
  moveSince: day.optional(),
  /** In its phase since before this day. */
  phaseBefore: day.optional(),
};

/** Where an item's journey stands, and how to reach whom it is about. */
export const whereabouts = {
  commune: z.string(),
  /** The coach's e-mail address. */
  coach: z.string().nullable(),
  phase: z.string(),
  phone: z.string().optional(),
};

/** Whether a list shall say what can be done: asking the rules takes longer than the rest of it. */
export const actionsAsked = { actions: z.enum(['true', 'false']).default('false') };

const beside = { ...whereabouts, actions: z.array(act).optional() };

/** A deadline in a list across journeys. */
export const deadlineItem = deadline.extend(beside);
export type DeadlineItem = z.infer<typeof deadlineItem>;

/** A task in a list across journeys. */
export const taskItem = task.extend(beside);
export type TaskItem = z.infer<typeof taskItem>;
