import { Refusal, type Missing } from '../../domain/journey/refusal.js';
import { Problem } from '../http/problem.js';
import { invalidInput, notFound, ruleRefuses, staleVersion } from '../http/problems.js';
import { isViolationOf } from '../database/violation.js';
import { NewerProcessNeeded } from './loaded-journey.js';
import { Conflict, KeyReused, StaleForm } from './outcomes.js';
import { languageFrom, type Language } from './views/language.js';
import { missingIn } from './views/missing.js';

/**
 * What the rules, the command's road and the unique indexes refuse, as problems; `undefined` for everything else.
 * @param acceptLanguage the request's header: what is missing is told in the reader's language
 */
export function translate(error: unknown, acceptLanguage: string | undefined): Problem | undefined {
  const language = languageFrom(acceptLanguage);
  if (error instanceof Refusal) return problemOf(error, language);
  if (error instanceof StaleForm) return staleVersion(error.seen, error.current);
  if (error instanceof Conflict) {
    return ruleRefuses('conflict', 'Others recorded something in this journey at the same time; try again');
  }
  if (error instanceof KeyReused) return keyReused();
  if (error instanceof NewerProcessNeeded) {
    return new Problem(503, 'newer-process-needed', 'This journey needs a newer version of Lotse', {
      headers: { 'retry-after': '60' },
    });
  }
  if (isViolationOf(error, 'journey_external_id')) {
    return ruleRefuses('external-id-taken', 'There is a journey with this Kennung already');
  }
  if (isViolationOf(error, 'journey_one_open')) {
    return ruleRefuses(
      'already-in-a-journey',
      'This participant has an open journey in the programme',
      missingIn(language, [openJourney]),
    );
  }
  return undefined;
}

/** A value that is wrong in itself is a 422 at its field; what only the rules stand against is a 409. */
function problemOf({ code, message, missing, field }: Refusal, language: Language): Problem {
  if (field !== undefined) return invalidInput([{ pointer: field, code, message }]);
  if (code === 'no-such-record') return notFound();
  return ruleRefuses(code, message, missing.length > 0 ? missingIn(language, missing) : undefined);
}

const openJourney: Missing = {
  code: 'open_journey',
  text: {
    de: 'Die offene Begleitung dieser Person muss zuerst abgeschlossen werden.',
    en: 'The open journey of this person has to be closed first.',
  },
  who: 'coach',
};

function keyReused(): Problem {
  const message = 'found a key that came before with another body, expected a new one';
  return new Problem(422, 'idempotency-key-reused', 'This Idempotency-Key came before with another body', {
    errors: [{ pointer: '/idempotency-key', code: 'idempotency-key-reused', message, in: 'header' }],
  });
}
