import { judge, requiredFor } from '../../programme/guards.js';
import type { ProposedEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { mayBeAccompanied } from '../consent.js';
import { milestonesOf, moduleEnds, modulesOf } from '../facts.js';
import { Refusal, type Missing } from '../refusal.js';
import type { JourneyState } from '../state.js';
import type { DecisionContext } from './context.js';

/** Something was recorded that is not so. What was withdrawn stays readable and has no effect any more. */
export interface WithdrawRecord {
  type: 'WithdrawRecord';
  kind: 'milestones' | 'contacts' | 'documents' | 'modules' | 'renewal-requests';
  record: string;
  reason: string;
}

/** Withdraws a record; a module loses its newest step. Refused while another act that needed it stands. */
export function withdrawRecord(
  state: JourneyState,
  command: WithdrawRecord,
  context: DecisionContext,
): ProposedEvent[] {
  const { kind, record, reason } = command;
  const known = recordsOf(state, kind).find(({ id }) => id === record);
  if (!known) throw new Refusal('no-such-record', 'There is no such record in this journey.');
  if (known.withdrawn) return [];
  const withdrawal: ProposedEvent = { type: eventOf[kind], plain: { record }, notes: { reason } };
  const dependants = brokenWithout(state, withdrawal, context);
  if (dependants.length > 0) {
    throw new Refusal('others-depend-on-it', 'Something that was recorded later needed this.', dependants);
  }
  return [withdrawal];
}

const eventOf = {
  milestones: 'MilestoneWithdrawn',
  contacts: 'ContactWithdrawn',
  documents: 'DocumentWithdrawn',
  modules: 'ModuleChangeWithdrawn',
  'renewal-requests': 'RenewalWithdrawn',
} as const;

function recordsOf(
  { plain }: JourneyState,
  kind: WithdrawRecord['kind'],
): { id: string; withdrawn?: boolean }[] {
  if (kind === 'modules')
    return plain.modules.map(({ id, states }) => ({ id, withdrawn: states.length === 0 }));
  return kind === 'renewal-requests' ? plain.renewals : plain[kind];
}

/** The milestones and modules whose requirements were met and would not be met any more. */
function brokenWithout(
  state: JourneyState,
  withdrawal: ProposedEvent,
  { programme, now, actor }: DecisionContext,
): Missing[] {
  const meta = {
    id: '',
    version: state.plain.streamVersion,
    schemaVersion: 1,
    commandId: '',
    correlationId: '',
    causationId: '',
  };
  const without = evolve(structuredClone(state), {
    ...withdrawal,
    ...meta,
    actor,
    occurredAt: now,
    recordedAt: now,
    erased: [],
  });
  const breaks = (requires: readonly string[]): boolean =>
    judge(requires, state, programme).missing.length === 0 &&
    judge(requires, without, programme).missing.length > 0;
  // Everything but consent itself was recorded because there was consent to being accompanied.
  const losesConsent = mayBeAccompanied(state) && !mayBeAccompanied(without);
  const milestones = milestonesOf(without).filter(({ milestone, data }) => {
    if (losesConsent && milestone !== 'consent_given') return true;
    const definition = programme.milestones.find(({ key }) => key === milestone);
    return definition !== undefined && breaks(requiredFor(definition, data));
  });
  const modules = modulesOf(without).filter(({ module, state: reached, imported }) => {
    const definition = programme.modules.find(({ key }) => key === module);
    if (losesConsent) return true;
    return !imported && isEntered(reached) && definition !== undefined && breaks(definition.requires);
  });
  return [
    ...milestones.map(({ milestone }) => dependant(milestone, programme.milestones)),
    ...modules.map(({ module }) => dependant(module, programme.modules)),
  ];
}

const isEntered = (state: string): boolean =>
  ['enrolled', 'active', 'paused'].includes(state) || moduleEnds.some((end) => end === state);

function dependant(code: string, known: readonly { key: string; title: Missing['text'] }[]): Missing {
  const { de, en } = known.find(({ key }) => key === code)?.title ?? { de: code, en: code };
  const text = { de: `Zuerst zurücknehmen: ${de}.`, en: `Withdraw this first: ${en}.` };
  return { code, text, who: 'coach' };
}
