import { dataSchema } from '../../domain/programme/milestone-data.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import { fieldErrors } from '../http/field-errors.js';
import { invalidInput } from '../http/problems.js';

/**
 * A milestone's data as the programme's fields have it.
 * @throws Problem 422 with pointers below `/data`, or at `/milestone` where the programme has no such one
 */
export function checkedData(
  programme: Programme,
  body: { milestone: string; data: Record<string, unknown> },
): Record<string, unknown> {
  const milestone = programme.milestones.find(({ key }) => key === body.milestone);
  if (!milestone) {
    const message = 'found no milestone of the programme, expected one that its definition lists';
    throw invalidInput([{ pointer: '/milestone', code: 'unknown-milestone', message }]);
  }
  const checked = dataSchema(milestone).safeParse(body.data);
  if (!checked.success) throw invalidInput(fieldErrors(checked.error.issues, body, ['data']));
  return checked.data;
}
