import { z } from 'zod';

const day = z.iso.date();

/** What a coach sends: one shape for each milestone. */
export const milestoneBody = z.discriminatedUnion('milestone', [
  z.strictObject({
    milestone: z.literal('eligibility_checked'),
    on: day,
    data: z.strictObject({
      result: z.enum(['eligible', 'not_eligible']),
      statusKind: z.string().max(40),
      livesInStateFacility: z.boolean(),
    }),
  }),
  z.strictObject({
    milestone: z.literal('needs_assessed'),
    on: day,
    data: z.strictObject({
      topics: z.array(z.string().max(40)).max(20),
      germanLevel: z.enum(['none', 'A1', 'A2', 'B1', 'B2', 'C1']),
      schoolingYears: z.string().max(10),
    }),
  }),
  z.strictObject({
    milestone: z.literal('plan_agreed'),
    on: day,
    data: z.strictObject({
      goals: z.array(z.string().max(200)).max(20),
      steps: z.array(z.string().max(200)).max(20),
      nextReviewOn: day,
      agreedOn: day,
    }),
  }),
  z.strictObject({
    milestone: z.literal('plan_reviewed'),
    on: day,
    data: z.strictObject({ nextReviewOn: day }),
  }),
]);
export type MilestoneBody = z.infer<typeof milestoneBody>;

/** A milestone to be recorded: what was sent, by whom, and when. */
export type RecordMilestone = MilestoneBody & {
  by: string;
  /** ISO 8601, UTC: the same whenever it is replayed. */
  at: string;
};
