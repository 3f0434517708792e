import { v5 as uuidv5 } from 'uuid';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import { nextDue } from '../../domain/deadlines/plan.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { handle } from '../../domain/journey/handle.js';
import { Refusal } from '../../domain/journey/refusal.js';
import { agendaOf, initialState, type JourneyState } from '../../domain/journey/state.js';
import { mailsDue } from '../../domain/messages/mails-due.js';
import { commandsFor, isRefused, type Newcomer } from './commands.js';
import { dayOf, instantOf, type Moment } from './days.js';
import type { Recorded, ScriptedJourney } from './script/fact.js';
import type { Period } from './naive/walk.js';

const namespace = '0b54a8a0-6f0e-4b7e-9d55-1f7f8f0f3c11';

/** One journey lived through in memory: every command takes its whole way, only nothing is stored and nobody waits. */
export class InMemory {
  state: JourneyState;
  readonly events: RecordedEvent[] = [];
  /** The facts that no rule stood against and that said something new. */
  readonly accepted: Recorded[] = [];
  private now: string;
  private commands = 0;
  private readonly newcomer: Newcomer;

  constructor(
    readonly journey: ScriptedJourney,
    private planning: PlanContext,
    private readonly later: PlanContext,
    private readonly period: Period,
  ) {
    const id = uuidv5(journey.name, namespace);
    this.state = initialState(id);
    this.now = instantOf(period.start);
    this.newcomer = { participant: uuidv5('participant', id), email: `${id}@example.org`, coach: null };
  }

  /** Lives through the script. */
  live(): RecordedEvent[] {
    const { outage, newRuleAt, end } = this.period;
    const moments = [...new Set(this.journey.facts.map(({ at }) => at))];
    const all = [...moments, newRuleAt, outage.from, outage.until, end].sort();
    let away = false;
    for (const at of all) {
      if (!away) this.reach(at);
      this.now = instantOf(at);
      if (at === outage.from) away = true;
      if (at === outage.until) away = false;
      if (at === newRuleAt) {
        this.planning = this.later;
        this.does({ type: 'CarryOutDue' });
      }
      for (const recorded of this.journey.facts.filter((each) => each.at === at)) {
        const news = commandsFor(recorded.fact, dayOf(at), this.newcomer).map((command) =>
          this.tries(command(this.state)),
        );
        if (news.every((events) => events === undefined)) continue;
        const isWhole = news.every((events) => events !== undefined);
        const isNew = isWhole && news.flat().some((event) => event?.actor.kind === 'person');
        this.accepted.push(isNew ? recorded : { at, fact: { does: 'say nothing new' } });
      }
      if (at === outage.until) this.carryOut();
    }
    return this.events;
  }

  private reach(moment: Moment): void {
    const until = instantOf(moment);
    for (let guard = 0; guard < 10_000; guard += 1) {
      const next = nextDue(agendaOf(this.state));
      if (next === undefined || next > until || !this.state.plain.opened) return;
      if (next > this.now) this.now = next;
      this.carryOut();
    }
    throw new Error('It never comes to rest');
  }

  private carryOut(): void {
    this.does({ type: 'CarryOutDue' });
    for (const due of mailsDue(this.state, this.now)) {
      const claimed = this.does({ type: 'ClaimMessage', ...due }).find(
        ({ type }) => type === 'MessageSending',
      );
      if (claimed?.type !== 'MessageSending') continue;
      const refused = isRefused(this.state.contact.email ?? '');
      this.does({
        type: 'SettleMessage',
        key: due.key,
        attempt: claimed.plain.attempt,
        outcome: refused ? { state: 'failed', why: 'smtp_550' } : { state: 'sent' },
      });
    }
  }

  /** What happened, `undefined` where a rule stands against it. */
  private tries(command: Command): RecordedEvent[] | undefined {
    try {
      return this.does(command);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  private does(command: Command): RecordedEvent[] {
    const commandId = uuidv5(`command|${(this.commands += 1)}`, this.state.plain.journey);
    const actor =
      command.type === 'CarryOutDue' || command.type.endsWith('Message')
        ? ({ kind: 'engine', id: 'engine' } as const)
        : ({ kind: 'person', id: namespace, role: 'coordinator' } as const);
    const { planning, now } = this;
    const { events, state } = handle(
      this.state,
      command,
      {
        now,
        actor,
        programme: planning.programme,
        windows: planning,
        idFor: (name) => uuidv5(name, commandId),
      },
      planning,
      {
        commandId,
        correlationId: commandId,
        causationId: commandId,
        eventId: (index) => uuidv5(`event|${index}`, commandId),
      },
    );
    this.state = state;
    this.events.push(...events);
    return events;
  }
}
