import type { Expected, Overtaken } from '../act.js';
import { dayOf, plusDays, plusMinutes, type Moment } from '../days.js';
import type { Recorded, ScriptedJourney } from '../script/fact.js';
import { JourneyWalk } from './journey-walk.js';
import { turnsAfter, turnsOf, type Turn } from './moments.js';

/** From when to when, when nobody carries anything out, and when one more rule is known. */
export interface Period {
  start: Moment;
  end: Moment;
  outage: { from: Moment; until: Moment };
  newRuleAt: Moment;
}

/** Everything that Lotse has to do by itself for one journey within the period, day by day. */
export function expectedOf(
  { facts }: ScriptedJourney,
  period: Period,
): { expected: Expected[]; overtaken: readonly Overtaken[] } {
  const walk = new JourneyWalk();
  const ahead = [...facts];
  for (let day = dayOf(period.start); day <= dayOf(period.end); day = plusDays(day, 1)) {
    for (const turn of turns(day, facts, period)) {
      if (turn.at < period.start || turn.at > period.end) continue;
      if (turn.at === period.newRuleAt) walk.learnsRule();
      // with what somebody records everything is carried out that is due then, mails excepted
      for (; ahead[0]?.at === turn.at; ahead.shift()) {
        walk.learns(ahead[0]);
        walk.passes(turn, { carriesOut: false });
      }
      const isAway = turn.at > period.outage.from && turn.at < period.outage.until;
      if (walk.known.isThere && !isAway) walk.passes(turn, { carriesOut: true });
    }
  }
  return { expected: walk.expected, overtaken: walk.overtaken };
}

function turns(day: string, facts: readonly Recorded[], { outage, newRuleAt }: Period): Turn[] {
  const caused = [...new Set(facts.map(({ at }) => at)), newRuleAt].filter((at) => dayOf(at) === day);
  const all = [...turnsOf(day), ...caused.flatMap(turnsAfter)];
  if (dayOf(outage.until) === day) {
    const until = plusMinutes(outage.until, 20);
    all.push({ at: outage.until, from: outage.until, until });
  }
  return all.sort((a, b) => (a.at < b.at ? -1 : 1));
}
