import type { Programme } from '../../programme/schema/programme.js';
import { mayBeAccompanied } from '../consent.js';
import type { JourneyState } from '../state.js';
import { judgeConsent, type JudgedConsent } from './judge-consent.js';
import { judgeModules, type JudgedModules } from './judge-modules.js';
import { judgePaper, type JudgedPaper } from './judge-paper.js';
import { judgePerson, type JudgedPerson } from './judge-person.js';
import { judgeValue, type JudgedCell, type UpdateFromRegister } from './row.js';

/** Every edited cell of a row, judged against what is recorded, and what is to be recorded of it. */
export interface JudgedRow {
  cells: JudgedCell[];
  person: JudgedPerson;
  paper: JudgedPaper;
  consent: JudgedConsent;
  modules: JudgedModules;
}

/** Judges a row that comes again; pure, so that what a dry run says is what an import does. */
export function judgeRow(state: JourneyState, row: UpdateFromRegister, programme: Programme): JudgedRow {
  const { before, after, coach } = row;
  const { plain, case: own, notes } = state;
  const person = judgePerson(state, row, programme);
  const paper = judgePaper(state, row);
  const consent = judgeConsent(state, row);
  const accompanied = mayBeAccompanied(state) || consent.given?.purposes.includes('case_work') === true;
  const modules = judgeModules(state, row, accompanied);
  const others: [JudgedCell['column'], JudgedCell['verdict'] | undefined][] = [
    ['Kommune', judgeCommune(before.commune, after.commune, plain.commune)],
    ['Coach', judgeValue(before.coach, after.coach, coach.now)],
    ['Erstkontakt', judgeValue(before.firstContactOn, after.firstContactOn, own.firstContactOn)],
    // the register's remark is a note of its own: nobody else writes it
    ['Bemerkung', judgeValue(before.note, after.note, notes['register']?.note)],
  ];
  const cells = [
    ...person.cells,
    ...paper.cells,
    ...consent.cells,
    ...modules.cells,
    ...others.flatMap(([column, verdict]) => (verdict === undefined ? [] : [{ column, verdict }])),
  ];
  return { cells, person, paper, consent, modules };
}

/** Whether a cell was taken over. */
export const isTaken = ({ cells }: JudgedRow, column: JudgedCell['column']): boolean =>
  cells.some((cell) => cell.column === column && cell.verdict === 'taken');

/** Another commune means other people who may see the journey: that is handed over by a person. */
function judgeCommune(before: string | undefined, after: string | undefined, now: string) {
  if (after === undefined || after === before) return undefined;
  return after === now ? 'known' : 'commune';
}
