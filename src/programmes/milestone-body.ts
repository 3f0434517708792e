import { z } from 'zod';
import { reachMilestone } from '../../contract/journeys/commands.js';
import { dataSchema } from '../../domain/programme/milestone-data.js';
import type { Milestone } from '../../domain/programme/schema/milestone.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import { jsonSchema } from '../http/openapi/json-schema.js';

/** The body with which a milestone is recorded, as JSON Schema: one form for each milestone of the loaded programmes. */
export function milestoneBody(programmes: readonly Programme[]): { oneOf: object[] } {
  const forms = new Map<string, Map<string, object>>();
  for (const milestone of programmes.flatMap(({ milestones }) => milestones)) {
    const form = formOf(milestone);
    const ofKey = forms.get(milestone.key) ?? new Map<string, object>();
    forms.set(milestone.key, ofKey.set(JSON.stringify(form), form)); // what two programmes share is said once
  }
  return { oneOf: [...forms.values()].map(oneOrAny) };
}

function formOf(milestone: Milestone): object {
  const { key, title, fields } = milestone;
  const data = dataSchema(milestone);
  const mayBeEmpty = fields.every(({ required }) => !required);
  const body = reachMilestone.extend({
    milestone: z.literal(key),
    data: mayBeEmpty ? data.default({}) : data,
  });
  return { title: `${title.de} · ${title.en}`, ...jsonSchema(body, 'input') };
}

const oneOrAny = (forms: Map<string, object>): object => {
  const [first, ...others] = forms.values();
  return first && others.length === 0 ? first : { anyOf: [...forms.values()] };
};
