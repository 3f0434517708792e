import type { Act } from '../act.js';
import { dayOf, plusDays, type Day, type Moment } from '../days.js';
import { officeDayFrom } from './calendar.js';
import { flagsAt, type Failure, type Flag } from './flags.js';
import type { Known } from './known.js';
import { atOnce, nextMorning } from './moments.js';
import type { To } from './rules.js';

interface Raised {
  flag: Flag;
  firstOn: Day;
  notices: { to: To; rung: string; at: Moment }[];
}

const nameOf = ({ rule, of }: Flag): string => `${rule}|${of}`;

/** The flags that stand, and what staff are told of them. */
export class FlagBook {
  private readonly raised = new Map<string, Raised>();
  private readonly told = new Set<string>();

  /** Raises, clears and notices of one turn; while it is mute nobody is told. */
  passes(now: Moment, known: Known, outcomes: readonly Failure[], isMute: boolean): Act[] {
    const standing = new Map(flagsAt(now, known, outcomes).map((flag) => [nameOf(flag), flag]));
    const acts: Act[] = [];
    for (const [name, { flag }] of this.raised) {
      if (standing.has(name)) continue;
      this.raised.delete(name);
      acts.push({ act: 'cleared', to: 'all', what: flag.rule });
    }
    for (const [name, flag] of standing) {
      const before = this.raised.get(name);
      if (before?.flag.severity === flag.severity) continue;
      acts.push({ act: 'raised', to: 'all', what: `${flag.rule} ${flag.severity}` });
      const firstOn = before?.firstOn ?? dayOf(now);
      this.raised.set(name, { flag, firstOn, notices: noticesOf(flag, now, firstOn) });
    }
    return [...acts, ...(isMute ? [] : this.tell(now))];
  }

  private tell(now: Moment): Act[] {
    return [...this.raised].flatMap(([name, { flag, notices }]) =>
      notices.flatMap(({ to, rung, at }): Act[] => {
        const key = `${name}|${rung}|${to}`;
        if (at > now || this.told.has(key)) return [];
        this.told.add(key);
        return [{ act: 'notice', to, what: `${flag.rule} ${rung}` }];
      }),
    );
  }
}

/** By the next working morning, at once where it is grave; others as well where it lasts two weeks. */
function noticesOf({ severity, to, later = [] }: Flag, now: Moment, firstOn: Day): Raised['notices'] {
  const at = severity === 3 ? atOnce(now) : nextMorning(now);
  const lasting = `${officeDayFrom(plusDays(firstOn, 15))} 06:00`;
  return [
    ...to.map((each) => ({ to: each, rung: `severity-${severity}`, at })),
    ...later.map((each) => ({ to: each, rung: 'escalation', at: lasting })),
  ];
}
