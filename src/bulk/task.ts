import type { AssignCoach } from '../../domain/journey/commands/assign-coach.js';
import type { ProposeModule } from '../../domain/journey/commands/change-module.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { RecordContact } from '../../domain/journey/commands/record-contact.js';
import { moduleEnds, modulesOf } from '../../domain/journey/facts.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { LeftAsItIs } from './left-as-it-is.js';

/** Who accompanied a journey: an account, or the address of one that is yet to be made. */
export interface Accompanied {
  coach: string | null;
  hint?: string;
}

/** How what was done in one journey is taken back. */
export type WayBack =
  { kind: 'contacts' | 'modules'; record: string } | { kind: 'coach'; was: Accompanied; became: Accompanied };

/** What is to be done in each of many journeys. */
export type BulkTask =
  AssignCoach | ProposeModule | RecordContact | { type: 'TakeBack'; ways: Record<string, WayBack> };

/** The command that a task is in one journey, as that journey is when it is carried out. */
export function wishOf(task: BulkTask, journey: string): (state: JourneyState) => Command {
  switch (task.type) {
    case 'AssignCoach':
    case 'RecordContact':
      return () => task;
    case 'ProposeModule':
      return (state) => {
        if (hasModule(state, task.module)) throw new LeftAsItIs('module-is-there');
        return task;
      };
    case 'TakeBack':
      return (state) => takingBack(task.ways[journey], state);
  }
}

const hasModule = (state: JourneyState, module: string): boolean =>
  modulesOf(state).some((known) => known.module === module && !moduleEnds.includes(known.state));

function takingBack(way: WayBack | undefined, state: JourneyState): Command {
  if (!way) throw new LeftAsItIs('changed-since');
  if (way.kind !== 'coach') {
    return { type: 'WithdrawRecord', kind: way.kind, record: way.record, reason: 'undone_at_once' };
  }
  const { was, became } = way;
  const now = accompaniedBy(state);
  if (now.coach !== became.coach || now.hint !== became.hint) throw new LeftAsItIs('changed-since');
  return { type: 'AssignCoach', ...was };
}

export const accompaniedBy = ({ plain, case: own }: JourneyState): Accompanied => ({
  coach: plain.coach,
  ...(own.coachHint !== undefined && { hint: own.coachHint }),
});
