import { comparedDetail, type ImportComparison } from '../../contract/routes/imports.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { RegisterRow } from './register/register-row.js';

/** A row beside the person of a journey: each detail that either of them tells, and whether it is the same. */
export function comparisonOf(
  row: RegisterRow,
  { case: own, contact, plain }: JourneyState,
): ImportComparison {
  const { externalId, givenName, familyName, bornOn, sex, nationality } = own;
  const { language, phone, email } = contact;
  const here: Details = {
    externalId,
    familyName,
    givenName,
    bornOn,
    commune: plain.commune,
    sex,
    nationality,
    language,
    phone,
    email,
  };
  const fields = comparedDetail.options.flatMap((key) => {
    const [said, known] = [row[key], here[key]];
    if (said === undefined && known === undefined) return [];
    return [
      {
        key,
        ...(said !== undefined && { row: said }),
        ...(known !== undefined && { here: known }),
        isSame: said === known,
      },
    ];
  });
  return { journeyId: plain.journey, open: plain.open, fields };
}

type Details = Record<ImportComparison['fields'][number]['key'], string | undefined>;
