import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { addAccount } from '../../src/access/add-account.js';
import { loadEvents, loadJourney } from '../../src/journeys/loaded-journey.js';
import { readProgramme } from '../../src/programmes/read-programme.js';
import { replanOutdated } from '../../src/worker/replan.js';
import type { JourneyWorld } from '../support/journey-world.js';
import { addressAt, commandsFor, type Newcomer } from './commands.js';
import { dayOf, instantOf, type Moment } from './days.js';
import type { Period } from './naive/walk.js';
import { withNewRule } from './new-rule.js';
import type { Recorded, ScriptedJourney } from './script/fact.js';

/** One of the cast, in the world. */
export interface Lived extends Newcomer {
  id: string;
  scripted: ScriptedJourney;
}

const folder = new URL('../../programmes/durchstarten/', import.meta.url);
const actor = { kind: 'person', id: randomUUID(), role: 'coordinator' } as const;

/** What happens besides: an outage and a new rule may be left out. */
export type Lifetime = Pick<Period, 'end'> & Partial<Period>;

/** The script lived through in a world: with its database, its worker, its relay and Temporal's clock. */
export class Life {
  private isAway = false;

  private constructor(
    private readonly world: JourneyWorld,
    private readonly period: Lifetime,
    readonly people: readonly Lived[],
  ) {}

  /** Lets the period pass. Rejects where a rule stands against a fact of the script, or one says nothing new. */
  static async of(world: JourneyWorld, cast: readonly ScriptedJourney[], period: Lifetime): Promise<Life> {
    const account = { email: 'mara@example.org', role: 'coach', name: 'Mara Lenz', phone: '02403 1234' };
    const { id: coach } = await addAccount(world.sql, account, ['eschweiler']);
    const people = cast.map((scripted): Lived => {
      const id = randomUUID();
      return { id, scripted, participant: randomUUID(), email: `${id}@example.org`, coach };
    });
    const life = new Life(world, period, people);
    for (const moment of life.moments()) await life.reach(moment);
    return life;
  }

  /** Everything that the log says of somebody. */
  async eventsOf({ id }: Lived): Promise<RecordedEvent[]> {
    return (await loadEvents(this.world.sql, this.world.secrets.wrapping, id)).events;
  }

  private moments(): Moment[] {
    const { outage, newRuleAt, end } = this.period;
    const facts = this.people.flatMap(({ scripted }) => scripted.facts.map(({ at }) => at));
    const besides = [outage?.from, outage?.until, newRuleAt].filter((at) => at !== undefined);
    return [...new Set([...facts, ...besides, end])].sort();
  }

  private async reach(moment: Moment): Promise<void> {
    const { world, period } = this;
    const ms = Date.parse(instantOf(moment)) - Date.parse(await world.now());
    await (this.isAway ? world.sleep(ms) : world.pass(ms));
    if (moment === period.outage?.from) await this.goAway();
    if (moment === period.outage?.until) await this.comeBack();
    if (moment === period.newRuleAt) await this.learnRule();
    await Promise.all(this.people.map((one) => this.recordAll(one, moment)));
  }

  private async recordAll(one: Lived, moment: Moment): Promise<void> {
    for (const recorded of one.scripted.facts) if (recorded.at === moment) await this.record(one, recorded);
  }

  private async record(one: Lived, { at, fact }: Recorded): Promise<void> {
    const { sql, secrets, runner, refused } = this.world;
    if (fact.does === 'change the address' && !fact.taken)
      refused.add(addressAt(one.email, dayOf(at), fact.taken));
    for (const command of commandsFor(fact, dayOf(at), one)) {
      const { state } = await loadJourney(sql, secrets.wrapping, one.id);
      const { events } = await runner.run(one.id, command(state), { actor });
      const isNew = events.some((event) => event.actor.kind === 'person');
      if (!isNew) throw new Error(`${one.scripted.name}: ${fact.does} at ${at} says nothing new`);
    }
  }

  /**
   * Worker and relay stand still, and what Temporal knew is lost: the server that skips time does not while a task
   * waits for a worker, so nothing may be left that could wait.
   */
  private async goAway(): Promise<void> {
    await this.world.stopEngine();
    await Promise.all(
      this.people.map(
        ({ id }) =>
          this.world
            .handle(id)
            .terminate()
            .catch(() => undefined), // of somebody for whom nothing was due any more none ran
      ),
    );
    this.isAway = true;
  }

  /** As recovery does it: every journey is told to Temporal again. */
  private async comeBack(): Promise<void> {
    this.isAway = false;
    await this.world.sql.query('UPDATE rm.journey SET armed_version = 0');
    await this.world.startEngine();
    await this.world.pass('1 minute');
  }

  /** As an update does it: another definition is installed, and what was planned by the old one is planned again. */
  private async learnRule(): Promise<void> {
    const { world } = this;
    await world.install(withNewRule(await readProgramme(folder)));
    const { sql, secrets, programmes, runner } = world;
    const parts = { sql, secrets, programmes, generation: () => Promise.resolve(1) };
    while ((await replanOutdated(parts, runner)) > 0);
  }
}
