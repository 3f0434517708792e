import { judge } from '../../programme/guards.js';
import type { Day } from '../../time.js';
import { refuseWithoutConsent } from '../consent.js';
import type { ModuleState, ProposedEvent } from '../events.js';
import { moduleEnds, modulesOf } from '../facts.js';
import { Refusal, type Missing } from '../refusal.js';
import type { JourneyState } from '../state.js';
import { refuseClosed, refuseFuture, type DecisionContext } from './context.js';

/** A module is proposed to somebody. */
export interface ProposeModule {
  type: 'ProposeModule';
  module: string;
  on: Day;
  provider?: string;
}

/** A module instance goes on in its life: applied, enrolled, active, an end. */
export interface ChangeModule {
  type: 'ChangeModule';
  record: string;
  state: ModuleState;
  on: Day;
  reason?: string;
  result?: string;
}

/** The order of a module's life; steps may be left out, never taken back. */
const life: readonly ModuleState[] = [
  'proposed',
  'applied',
  'waitlisted',
  'enrolled',
  'active',
  'paused',
  ...moduleEnds,
];

/** Opens a module instance as `proposed`; the same one proposed on the same day is said once. */
export function proposeModule(
  state: JourneyState,
  command: ProposeModule,
  context: DecisionContext,
): ProposedEvent[] {
  const { module, on, provider } = command;
  refuseFuture(on, context);
  if (!context.programme.modules.some(({ key }) => key === module)) {
    throw new Refusal('unknown-module', 'The programme has no such module.', [], '/module');
  }
  refuseClosed(state);
  refuseWithoutConsent(state);
  const same = modulesOf(state).some(
    (known) =>
      known.module === module &&
      known.state === 'proposed' &&
      known.since === on &&
      known.provider === provider,
  );
  if (same) return [];
  const plain = { record: context.idFor('module'), module, state: 'proposed' as const };
  return [
    {
      type: 'ModuleChanged',
      plain,
      case: { on, ...(provider !== undefined && { provider }) },
      occurredOn: on,
    },
  ];
}

/** Moves a module instance on; its guard is checked when somebody is enrolled or begins. */
export function changeModule(
  state: JourneyState,
  command: ChangeModule,
  context: DecisionContext,
): ProposedEvent[] {
  const { record, state: to, on, reason, result } = command;
  refuseFuture(on, context);
  refuseClosed(state);
  const known = modulesOf(state).find(({ id }) => id === record);
  if (!known) throw new Refusal('no-such-record', 'There is no such module in this journey.');
  if (known.state === to) return [];
  if (moduleEnds.includes(known.state)) {
    throw new Refusal('module-ended', 'This module has ended; an end is withdrawn, not left.', [withdrawal]);
  }
  const resumes = known.state === 'paused' && to === 'active';
  if (!resumes && life.indexOf(to) < life.indexOf(known.state)) {
    throw new Refusal(
      'not-backwards',
      `A module that is ${known.state} can’t become ${to}; withdraw the step instead.`,
      [withdrawal],
    );
  }
  if (to === 'enrolled' || to === 'active') refuseGuard(known.module, state, context);
  const part = { on, ...(reason !== undefined && { reason }), ...(result !== undefined && { result }) };
  return [
    { type: 'ModuleChanged', plain: { record, module: known.module, state: to }, case: part, occurredOn: on },
  ];
}

/** The way back is to say that the step was not so. */
const withdrawal: Missing = {
  code: 'withdrawal',
  text: {
    de: 'Der letzte Schritt des Bausteins muss zuerst zurückgenommen werden.',
    en: 'The module’s last step has to be withdrawn first.',
  },
  who: 'coach',
};

function refuseGuard(module: string, state: JourneyState, { programme }: DecisionContext): void {
  const requires = programme.modules.find(({ key }) => key === module)?.requires ?? [];
  const { missing } = judge(requires, state, programme);
  if (missing.length > 0) throw new Refusal('not-yet-possible', 'Something has to come first.', missing);
}
