import { z } from 'zod';
import { requirement } from '../../domain/programme/schema/milestone.js';

const titles = z.record(z.string(), z.string());

/** The programme's own words in the reader's language, by key: what pages print for a key. */
export const programmeWords = z.strictObject({
  programme: z.string(),
  phases: z.array(z.strictObject({ key: z.string(), title: z.string() })),
  /** Which milestone leads to which phase. */
  moves: titles,
  /** What has to be so before something may happen, and which facts make it so. */
  requirements: z.array(requirement.pick({ code: true, anyOf: true })),
  modules: titles,
  moduleStates: titles,
  milestones: titles,
  documentKinds: titles,
  exitReasons: titles,
  deadlines: titles,
  deadlineKinds: titles,
  flags: titles,
  tasks: titles,
  communes: titles,
  overlays: titles,
  employmentNotes: titles,
  messageStates: titles,
  /** Languages of participants by their tag. */
  languages: titles,
  /** Fields and values of milestones' data, for the timeline: `level`, `level.B1`. */
  fields: titles,
});
export type ProgrammeWords = z.infer<typeof programmeWords>;
