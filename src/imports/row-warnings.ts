import type { WarningCode } from '../../contract/routes/imports.js';
import type { RegisterCells } from '../../domain/journey/events.js';
import type { JudgedCell, NotForRegisters } from '../../domain/journey/register/row.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { contradicted } from '../../domain/programme/guards.js';
import type { Programme } from '../../domain/programme/schema/programme.js';

/** Something to look at in a row that is no refusal. `found` is a cell and may be personal data. */
export interface Warning {
  code: WarningCode;
  message: string;
  column?: string;
  found?: string;
  journeyId?: string;
}

/** A coach who can't be assigned yet. */
export const unknownCoach = (email: string): Warning => ({
  code: 'unknown-coach',
  message: 'Für diese Adresse gibt es in dieser Kommune noch keinen Zugang; sie bleibt vermerkt.',
  column: 'Coach',
  found: email,
});

/** Somebody who may be here already, in a journey, in another line of the file, or in both. */
export function possibleDuplicate(here: { line?: number; journeyId?: string }): Warning {
  const { line, journeyId } = here;
  const where = line === undefined ? 'schon erfasst' : `dieselbe wie in Zeile ${line}`;
  return {
    code: 'possible-duplicate',
    message: `Diese Person ist vielleicht ${where}: gleiches Geburtsdatum und mindestens ein gleicher Name.`,
    ...(journeyId !== undefined && { journeyId }),
  };
}

/** A row of a journey that is over: a register opens none again. */
export const journeyClosed: Warning = {
  code: 'journey-closed',
  message:
    'Die Begleitung ist abgeschlossen, die Zeile ändert nichts. Kommt die Person wieder: in Lotse wieder aufnehmen.',
};

/** Modules that run by the register although recorded facts stand against it; what nobody recorded is unknown. */
export function unmetGuards(
  modules: readonly string[],
  state: JourneyState,
  programme: Programme,
): Warning[] {
  return modules.flatMap((key): Warning[] => {
    const module = programme.modules.find((known) => known.key === key);
    const missing = module ? contradicted(module.requires, state, programme) : [];
    if (!module || missing.length === 0) return [];
    const reasons = missing.map(({ text }) => text.de).join(' ');
    return [
      {
        code: 'guard-unmet',
        message: `${key} ${module.title.de} läuft laut Register, obwohl dagegen spricht: ${reasons}`,
        column: 'Bausteine',
      },
    ];
  });
}

/** Edited cells that were not taken over, each with the reason and what to do. */
export const notTakenOver = (cells: readonly JudgedCell[], row: RegisterCells): Warning[] =>
  cells.flatMap(({ column, verdict }): Warning[] => {
    if (verdict === 'taken' || verdict === 'known') return [];
    const found = row[column];
    const cell = { column, ...(found !== undefined && found !== '' && { found }) };
    if (verdict === 'newer') return [{ code: 'newer-in-lotse', message: newer, ...cell }];
    return [{ code: 'not-for-registers', message: inLotse[verdict], ...cell }];
  });

const newer =
  'In Lotse hat jemand seit der letzten Zeile etwas anderes erfasst; das bleibt. Bitte prüfen, was stimmt.';

const inLotse: Record<NotForRegisters, string> = {
  commune: 'Der Wechsel in eine andere Kommune ist eine Übergabe und wird in Lotse veranlasst.',
  module_ends: 'Ein Baustein endet nicht, weil er im Register fehlt: Das Ende wird in Lotse erfasst.',
  consent_ends: 'Ein Zweck weniger ist kein Widerruf: Ein Widerruf wird in Lotse erfasst.',
  without_consent: 'Ohne Einwilligung in die Fallarbeit wird kein Baustein erfasst.',
};
