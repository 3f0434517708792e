import { sameFields } from '../../same-fields.js';
import { cellsByClass, lastRowOf } from '../register/cells.js';
import type { RegisterColumn } from '../register/columns.js';
import { isTaken, judgeRow, type JudgedRow } from '../register/judge-row.js';
import type { UpdateFromRegister } from '../register/row.js';
import type { ProposedEvent, RegisterCells } from '../events.js';
import type { JourneyState } from '../state.js';
import { recordConsent, recordModule } from '../register/records.js';
import { today, type DecisionContext } from './context.js';
import { recordPaper } from './record-document.js';

/**
 * Records what a row says otherwise than the last one, as far as nobody has recorded something else since. The same
 * row again says nothing new; a closed journey is not changed by a register.
 */
export function updateFromRegister(
  state: JourneyState,
  row: UpdateFromRegister,
  context: DecisionContext,
): ProposedEvent[] {
  if (!state.plain.open) return [];
  const judged = judgeRow(state, row, context.programme);
  const said = judged.cells.map(({ verdict }) => verdict);
  const kept = keptRow(state, row, judged);
  const isNews = said.includes('taken') || (said.includes('known') && !sameFields(kept, lastRowOf(state)));
  if (!isNews) return [];
  return [rowUpdated(row, kept, judged, context), ...changes(state, row, judged, context)];
}

/** The row that the journey keeps from now on: of a cell that was not taken over, what it held before. */
function keptRow(state: JourneyState, { cells }: UpdateFromRegister, judged: JudgedRow): RegisterCells {
  const last = lastRowOf(state);
  const kept: RegisterCells = { ...cells };
  for (const { column, verdict } of judged.cells) {
    if (verdict === 'taken' || verdict === 'known') continue;
    delete kept[column];
    if (last[column] !== undefined) kept[column] = last[column];
  }
  return kept;
}

function rowUpdated(
  { basis, after }: UpdateFromRegister,
  kept: RegisterCells,
  judged: JudgedRow,
  context: DecisionContext,
): ProposedEvent {
  const { case: own, status, contact } = cellsByClass(kept);
  const columns = judged.cells.filter(({ verdict }) => verdict === 'taken').map(({ column }) => column);
  const { firstContactOn, note } = after;
  return {
    type: 'RegisterRowUpdated',
    plain: { source: 'register', basis, columns: [...new Set<RegisterColumn>(columns)] },
    case: {
      on: today(context),
      registerRow: own ?? {},
      ...(isTaken(judged, 'Erstkontakt') && firstContactOn !== undefined && { firstContactOn }),
    },
    ...(status && { status: { registerRow: status } }),
    ...(contact && { contact: { registerRow: contact } }),
    ...(isTaken(judged, 'Bemerkung') && note !== undefined && { notes: { note } }),
  };
}

function changes(
  state: JourneyState,
  { after, coach }: UpdateFromRegister,
  judged: JudgedRow,
  context: DecisionContext,
): ProposedEvent[] {
  const source = 'register' as const;
  const { person, paper, consent, modules } = judged;
  const events: ProposedEvent[] = [];
  const contact = { ...person.contact, ...channelFor(state, consent) };
  const [hasPerson, hasContact] = [person.person, contact].map((part) => Object.keys(part).length > 0);
  if (hasPerson || hasContact) {
    const parts = { ...(hasPerson && { case: person.person }), ...(hasContact && { contact }) };
    events.push({ type: 'ParticipantChanged', plain: { source }, ...parts });
  }
  if (paper.record) {
    const { paper: seen, corrects } = paper.record;
    events.push(...recordPaper(seen, { source, ...(corrects !== undefined && { corrects }) }, context));
  }
  if (consent.given) {
    const language = after.contact.language ?? state.contact.language ?? 'de';
    events.push(recordConsent(consent.given, language, context));
  }
  events.push(...modules.added.map((module) => recordModule(module, context)));
  if (isTaken(judged, 'Coach')) {
    const { coach: account, hint } = coach.named;
    const own = hint === undefined ? {} : { hint };
    events.push({ type: 'CoachAssigned', plain: { coach: account }, case: own });
  }
  return events;
}

/** Whoever consents to reminders names e-mail with it, unless the channels were agreed with a person. */
const channelFor = (
  { contact: { channels } }: JourneyState,
  { given }: JudgedRow['consent'],
): { channels?: string[] } =>
  channels === undefined && given?.purposes.includes('reminders') ? { channels: ['email'] } : {};
