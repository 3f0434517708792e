import type { Recorded, ScriptedJourney } from './fact.js';
import * as tell from './tell.js';

/** Numbers that look like chance and are the same for the same seed. */
class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  private next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice {
    return choices[this.between(0, choices.length - 1)] ?? choices[0];
  }
}

const kinds = [
  'toleration_60a',
  'toleration_60a',
  'toleration_60a',
  'toleration_60b',
  'asylum_permission',
  'residence_permit_25b',
  'residence_permit_104c',
  'fiction_certificate',
  'border_crossing_certificate',
] as const;

/** What may be recorded on one day, each as likely as the others. What was done is not taken back here. */
function anything(dice: Dice): tell.Told[] {
  const days = (most: number): number => dice.between(0, most);
  const kind = dice.pick(kinds);
  return dice.pick<() => tell.Told[]>([
    () => [tell.shows(kind, dice.between(-5, 250))],
    () => [tell.shows(kind, dice.between(-5, 250))],
    () => [tell.shows('toleration_60a', dice.between(60, 120))],
    () => [tell.shows('toleration_60a', dice.between(60, 120))],
    () => [tell.shows(kind, days(200)), tell.corrects(kind, days(200))],
    () => [tell.asks(dice.pick(['receipt_seen', 'third_party_confirmed', 'self_reported']))],
    () => [tell.talks(dice.pick([0, 0, 10, 40]))],
    () => [tell.isEligible(days(5)), tell.isAssessed(), tell.plans(dice.between(10, 120))],
    () => [tell.reviews(dice.between(10, 120))],
    () => [tell.signs(dice.between(-20, 300), dice.between(1, 4), days(30))],
    () => [tell.signs(dice.between(100, 300))],
    () => [tell.starts(days(5))],
    () => [tell.passesProbation()],
    () => [tell.losesPlacement()],
    () => [
      tell.applies(dice.pick(['60c', '16g', '25a', '25b']), dice.pick(['receipt_seen', 'self_reported'])),
    ],
    () => [tell.gains('25a'), tell.isHandedOver()],
    () => [tell.runs(dice.pick(['F1', 'F4', 'F6']))],
    () => [tell.pauses()],
    () => [tell.resumes()],
    () => [tell.resumes()],
    () => [tell.withdraws(...dice.pick([[], ['reminders'], ['case_work']]))],
    () => [tell.consents()],
    () => [tell.consents()],
    () => [tell.closes(dice.pick(['moved_away', 'unreachable', 'deceased']))],
    () => [tell.reopens()],
    () => [tell.reopens()],
    () => [tell.verifiesDeparture()],
    () => [tell.changesAddress({ taken: dice.pick([true, false]) })],
  ])();
}

/** A journey in which anything is recorded at any time; a rule may stand against some of it. */
export function randomLife(seed: number): ScriptedJourney {
  const dice = new Dice(seed);
  const age = { turns: [dice.pick([27, 28]), dice.between(20, 900)] as [number, number] };
  const days: Recorded[][] = [
    tell.on(0, tell.opens({ ...age, writes: dice.between(1, 10) > 1, contact: dice.between(0, 30) })),
    tell.on(dice.pick([0, 0, 10, 40]), tell.consents()),
  ];
  for (let day = 0; day <= 700; day += dice.between(0, dice.pick([3, 14, 40])))
    days.push(tell.on(day, dice.pick(['early', 'noon', 'noon', 'evening']), ...anything(dice)));
  const { facts, name } = tell.journey(`life no. ${seed}`, ...days);
  return { name, facts: facts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
}
