import { z } from 'zod';
import { isRecordable } from '../deadlines/day.js';
import type { RetentionClass } from '../journey/classes.js';
import type { Data } from '../journey/events.js';
import type { Milestone, MilestoneField } from './schema/milestone.js';

/** The shape of a milestone's `data`, compiled from the programme's fields; unknown fields are refused. */
export function dataSchema(milestone: Milestone): z.ZodType<Data> {
  const schema = compiled.get(milestone) ?? compile(milestone);
  compiled.set(milestone, schema);
  return schema;
}

/** Once per definition: compiling costs more than the rest of a request's checks. */
const compiled = new WeakMap<Milestone, z.ZodType<Data>>();

function compile(milestone: Milestone): z.ZodType<Data> {
  const shape: Record<string, z.ZodType> = {};
  for (const field of milestone.fields) {
    shape[field.name] = field.required ? valueOf(field) : valueOf(field).optional();
  }
  return z.strictObject(shape);
}

function valueOf(field: MilestoneField): z.ZodType {
  const values = field.values ?? [];
  switch (field.kind) {
    case 'day':
      return z.iso.date().refine(isRecordable, {
        error: 'a calendar day YYYY-MM-DD up to 2040',
        params: { code: 'invalid-date' },
      });
    case 'enum':
      return z.enum(values);
    case 'list':
      return z.array(z.enum(values)).min(1);
    case 'text':
      return z.string().trim().min(1).max(500);
    case 'texts':
      return z.array(z.string().trim().min(1).max(500)).min(1).max(20);
    case 'int':
      return z.int();
    case 'flag':
      return z.boolean();
  }
}

/** Splits a milestone's `data` into the plain part and the parts of its retention classes. */
export function splitByClass(
  milestone: Milestone,
  data: Data,
): Partial<Record<'plain' | RetentionClass, Data>> {
  const parts: Partial<Record<'plain' | RetentionClass, Data>> = {};
  for (const { name, class: part } of milestone.fields) {
    const value = data[name];
    if (value !== undefined) (parts[part] ??= {})[name] = value;
  }
  return parts;
}
