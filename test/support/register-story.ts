import { judgeRow } from '../../domain/journey/register/judge-row.js';
import type { UpdateFromRegister } from '../../domain/journey/register/row.js';
import type { Instant } from '../../domain/time.js';
import type { CoachFinder } from '../../src/imports/look-ups.js';
import { hasRow, type RowLine } from '../../src/imports/perhaps-here.js';
import { readRow } from '../../src/imports/register/read-row.js';
import type { Column } from '../../src/imports/register/columns.js';
import { updateOf } from '../../src/imports/row-says.js';
import { takeOver } from '../../src/imports/take-over.js';
import { programme } from './planning.js';
import { Story } from './story.js';
import { opening, participant } from './wishes.js';

/** A row of a register, as cells. */
export type Cells = Partial<Record<Column, string>>;

/** The row of Merhawi, who may be reminded. */
export const merhawi: Cells = {
  Kennung: 'AC-1',
  Nachname: 'Tesfay',
  Vorname: 'Merhawi',
  Geburtsdatum: '19.03.2004',
  Kommune: 'Eschweiler',
  Sprache: 'ti',
  Telefon: '02403 1',
  'E-Mail': 'merhawi@example.org',
  Aufenthaltsstatus: 'Duldung',
  'gültig bis': '15.03.2027',
  'Einwilligung am': '01.10.2026',
  'Einwilligung für': 'Fallarbeit, Erinnerungen',
};

/** The account of the one coach who has one. */
export const mara = { id: '7f1d2c64-3b8f-4b7e-8f1a-2f2f6f0a9c33', email: 'mara@example.org' };
const coaches: CoachFinder = {
  named: ({ coachEmail }) => {
    if (coachEmail === undefined) return { coach: null };
    return coachEmail === mara.email ? { coach: mara.id } : { coach: null, hint: coachEmail };
  },
  emailOf: (account) => (account === mara.id ? mara.email : undefined),
};

/** A journey in memory whose rows come from a register, as the import has them come. */
export class RegisterStory extends Story {
  static takenOver(cells: Cells, now: Instant): RegisterStory {
    const story = new RegisterStory(now);
    const { row, raw } = story.read(cells);
    const coach = coaches.named(row);
    story.does(takeOver(row, raw, { participant, coach, basis: 'consent_on_paper' }), 'coordinator');
    return story;
  }

  /** The row comes again; gives what was recorded of it, without what the engine did on that occasion. */
  comes(cells: Cells): string[] {
    const events = this.does(this.update(cells), 'coordinator');
    return events.filter(({ actor }) => actor.kind === 'person').map(({ type }) => type);
  }

  /** The cells that would not be taken over, with the reason. */
  leaves(cells: Cells): string[] {
    return judgeRow(this.state, this.update(cells), programme)
      .cells.filter(({ verdict }) => verdict !== 'taken' && verdict !== 'known')
      .map(({ column, verdict }) => `${column}: ${verdict}`);
  }

  private update(cells: Cells): UpdateFromRegister {
    const reading = { today: this.today, programme, basis: 'public_task' as const, coaches };
    return updateOf(this.read(cells), reading, this.state);
  }

  private read(cells: Cells): RowLine {
    const line = readRow({ line: 2, cells, surplus: [] }, { today: this.today, programme, seen: new Set() });
    if (!hasRow(line)) throw new Error(`The row is refused: ${JSON.stringify(line.errors)}`);
    return line;
  }
}

const importedAt = '2026-11-23T08:00:00.000Z';
const laterAt = '2027-01-12T07:00:00.000Z';

/** Merhawi, imported on 23 November 2026; the story goes on on a Tuesday in January. */
export function importedStory(cells: Cells = {}): RegisterStory {
  const story = RegisterStory.takenOver({ ...merhawi, ...cells }, importedAt);
  story.now = laterAt;
  return story;
}

/** Merhawi, whom a coach welcomed on 23 November 2026, before his Kennung stood in any register. */
export function openedByCoach(): RegisterStory {
  const story = new RegisterStory(importedAt);
  const { person, ...entry } = opening(story.today);
  story.does({ ...entry, person: { ...person, bornOn: '2004-03-19' }, externalId: 'AC-1' });
  return story;
}
