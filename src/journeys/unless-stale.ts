import { Refusal } from '../../domain/journey/refusal.js';
import { StaleForm } from './outcomes.js';

/**
 * Decides where the form was made from the version that the journey has now. The version is judged after the fields and
 * before the rules: a wrong field is wrong in every version.
 * @param seen the version that the form was made from; `undefined` where that does not matter
 * @throws StaleForm (412); Refusal where a field is wrong, or, in the same version, a rule stands against it
 */
export function unlessStale<Result>(seen: number | undefined, current: number, decide: () => Result): Result {
  if (seen === undefined || seen === current) return decide();
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal && error.field !== undefined) throw error;
  }
  throw new StaleForm(seen, current);
}
