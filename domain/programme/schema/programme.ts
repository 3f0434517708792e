import { z } from 'zod';
import { anchor } from './anchor.js';
import { deadline } from './deadline.js';
import { milestone, requirement } from './milestone.js';
import { stuck } from './stuck.js';
import { textsFile } from './text.js';
import { key, listOf, moduleKey, span, text } from './words.js';

const place = z.strictObject({ milestone: key, field: z.string() });

/** `programme.yaml`: everything but the rules. */
export const mainFile = z.strictObject({
  key,
  version: z.int().min(1),
  title: text,
  calendar: z.literal('NRW'),
  ageFrom: z.int(),
  ageTo: z.int(),
  communes: listOf(z.strictObject({ key, name: z.string() })).min(1),
  phases: listOf(z.strictObject({ key, title: text })).min(1),
  modules: listOf(
    z.strictObject({ key: moduleKey, title: text, supports: z.boolean(), requires: z.array(key) }),
  ),
  documentKinds: listOf(z.strictObject({ key, title: text, statusClass: key })),
  /** What people look at together when they look ahead, in the order in which it is shown. */
  deadlineKinds: listOf(z.strictObject({ key, title: text })).min(1),
  exitReasons: listOf(
    z.strictObject({
      key,
      title: text,
      /** Nobody is reminded of anything any more, staff included. */
      final: z.boolean().default(false),
    }),
  ),
  requirements: z.array(requirement),
  milestones: listOf(milestone),
  anchors: listOf(anchor),
  /** Which fields say again what a participant's own data say at the entry. */
  saidIn: z.strictObject({ germanLevel: z.array(place), schoolCertificate: z.array(place) }),
  /** Days that somebody sets each year, such as the windows of a school's registration. */
  tables: z.record(z.string(), z.array(z.iso.date())).default({}),
  /** After so long in `placed` the engine moves the journey on to `follow_up`. */
  followUpAfter: span,
});

/** `deadlines.yaml` and `stuck.yaml`. */
export const deadlinesFile = listOf(deadline);
export const stuckFile = listOf(stuck);

/** A programme's definition as data; `programmes/<key>/` holds one, checked when a process starts. */
export const programmeSchema = mainFile.extend({
  deadlines: deadlinesFile,
  stuck: stuckFile,
  texts: textsFile,
});

export type Programme = z.infer<typeof programmeSchema>;
