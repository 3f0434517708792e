import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import { nextDue } from '../../domain/deadlines/plan.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { Refusal } from '../../domain/journey/refusal.js';
import { agendaOf } from '../../domain/journey/state.js';
import { mailsDue } from '../../domain/messages/mails-due.js';
import { Story } from '../support/story.js';
import { participant } from '../support/wishes.js';
import { commandsFor, isRefused } from './commands.js';
import { dayOf, instantOf, type Moment } from './days.js';
import type { Period } from './naive/walk.js';
import type { Recorded, ScriptedJourney } from './script/fact.js';

const newcomer = { participant, email: 'merhawi@example.org', coach: null };

/** A script lived through in memory: every command takes its whole way, only nothing is stored and nobody is waited for. */
export class InMemory {
  readonly story: Story;
  /** The facts that no rule stood against; of one that said nothing new only that it was said. */
  readonly accepted: Recorded[] = [];

  /** @param after what is planned with from the day on which the programme gets one more rule */
  constructor(
    private readonly scripted: ScriptedJourney,
    before: PlanContext,
    private readonly after: PlanContext,
    private readonly period: Period,
  ) {
    this.story = new Story(instantOf(period.start), before);
  }

  /** Lives through all of it. */
  live(): void {
    const { outage, newRuleAt, end } = this.period;
    const facts = this.scripted.facts.map(({ at }) => at);
    const moments = [...new Set([...facts, newRuleAt, outage.from, outage.until, end])].sort();
    let isAway = false;
    for (const moment of moments) {
      if (!isAway) this.passUntil(moment);
      this.story.now = instantOf(moment);
      if (moment === outage.from) isAway = true;
      if (moment === outage.until) isAway = false;
      if (moment === newRuleAt) this.learnRule();
      for (const recorded of this.scripted.facts) if (recorded.at === moment) this.record(recorded);
      if (moment === outage.until) this.carryOut();
    }
  }

  private passUntil(moment: Moment): void {
    const { story } = this;
    const until = instantOf(moment);
    for (;;) {
      const next = nextDue(agendaOf(story.state));
      if (next === undefined || next > until) return;
      if (next > story.now) story.now = next;
      this.carryOut();
    }
  }

  /** As the workflow has it done. */
  private carryOut(): void {
    const { story } = this;
    story.does({ type: 'CarryOutDue' });
    for (const mail of mailsDue(story.state, story.now)) {
      const claimed = story.does({ type: 'ClaimMessage', ...mail }).find(isSending);
      if (!claimed) continue;
      const { key, attempt } = claimed.plain;
      const isTaken = !isRefused(story.state.contact.email ?? '');
      const outcome = isTaken
        ? ({ state: 'sent' } as const)
        : ({ state: 'failed', why: 'smtp_550' } as const);
      story.does({ type: 'SettleMessage', key, attempt, outcome });
    }
  }

  private learnRule(): void {
    this.story.planning = this.after;
    if (this.story.state.plain.opened) this.story.does({ type: 'CarryOutDue' });
  }

  private record(recorded: Recorded): void {
    const { at, fact } = recorded;
    const answers = commandsFor(fact, dayOf(at), newcomer).map((command) => {
      try {
        return this.story.does(command(this.story.state), 'coordinator');
      } catch (error) {
        if (error instanceof Refusal) return undefined;
        throw error;
      }
    });
    if (answers.every((events) => events === undefined)) return;
    const isWhole = answers.every((events) => events?.some(({ actor }) => actor.kind === 'person'));
    this.accepted.push(isWhole ? recorded : { at, fact: { does: 'say nothing new' } });
  }
}

const isSending = (event: RecordedEvent): event is Extract<RecordedEvent, { type: 'MessageSending' }> =>
  event.type === 'MessageSending';
