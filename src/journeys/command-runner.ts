import { randomUUID } from 'node:crypto';
import { forOneCommand } from '../../domain/deadlines/for-one-command.js';
import { retentionClasses } from '../../domain/journey/classes.js';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { Actor, RecordedEvent } from '../../domain/journey/events.js';
import { foresee, handleInPlace } from '../../domain/journey/handle.js';
import { standingOf, type Standing } from '../../domain/journey/standing.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import { isViolationOf } from '../database/violation.js';
import { renewKeys, type ParticipantKeys, type WrappedKey } from '../event-store/seal/participant-keys.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { toAppend } from '../event-store/stored-event.js';
import { namedId } from '../named-id.js';
import type { Programmes } from '../programmes/programmes.js';
import { journeyRow } from '../read-models/journey/journey-row.js';
import { idsOf } from './command-ids.js';
import { watched, type EndedCommand, type Running } from './command-watch.js';
import { commitStatement, type Append } from './commit-statement.js';
import type { JourneySurroundings } from './journey-surroundings.js';
import { externalIdHmac } from './external-id.js';
import { loadJourney, type LoadedJourney } from './loaded-journey.js';
import { modelChanges, modelRowsOf, standingModelRowsOf, type StandingModelRows } from './model-changes.js';
import { newsOf } from './news.js';
import { correlated, inSpan } from '../tracing/spans.js';
import { Conflict, Fenced } from './outcomes.js';
import { Repetitions } from './repetitions.js';
import { sealState } from './sealed-state.js';
import { unlessStale } from './unless-stale.js';

/** Who sends a command, and under which conditions it may be carried out. */
export interface CommandOrigin {
  actor: Actor;
  /** `If-Match`: refused when a person's act was recorded since this version. */
  seenVersion?: number;
  /** Names the command for ever: sending it again has one effect and one answer. */
  idempotency?: { account: string; route: string; key: string; body: string; status: number };
  /** What led to it; default the command itself. */
  correlationId?: string;
  causationId?: string;
  /** Presented by the engine; an older one than the installation's is fenced. */
  generation?: number;
  /** The workflow asked for it and gets the standing as the answer: it need not be signalled. */
  knownToWorkflow?: boolean;
  /** Signalled after what people did. */
  bulk?: boolean;
  /** The id under which the command's things are named; default from the idempotency key, else a new one. */
  commandId?: string;
}

export interface CommandResult {
  state: JourneyState;
  /** Empty when the command said nothing new. */
  events: RecordedEvent[];
  standing: Standing;
  /** Read along with the append; absent where there was nothing to append. */
  surroundings?: JourneySurroundings;
}

/** A command, or how it follows from what the journey holds when it is carried out. */
export type Wish = Command | ((state: JourneyState) => Command);

/** The command that follows another one within its commit, made from what that one has led to; `undefined`: none. */
export type FollowUp = (state: JourneyState, now: Instant) => Promise<Command | undefined>;

/** What an append finds, and what it needs beside what was decided. */
interface Onto {
  planning: PlanContext;
  /** The version that the stream has. */
  expected: number;
  /** Keys that are new. */
  made: WrappedKey[];
  /** The rows that stand in the inline read models; `undefined` where nobody knows. */
  before: StandingModelRows | undefined;
}

/** Five tries are enough for any number of people; more says that something else is wrong. */
const maximumTries = 5;

/**
 * The one road of every command, a coach's and the clock's alike: load, decide, plan, append together with the read
 * models. A conflict loads and decides again.
 */
export class CommandRunner {
  private readonly append: Append;
  private readonly repetitions: Repetitions;

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly secrets: MasterSecrets,
    private readonly programmes: Programmes,
    private readonly generation: () => Promise<number>,
    private readonly tell: (ended: EndedCommand) => void = () => undefined,
  ) {
    this.append = clock.isReal ? 'es.append' : 'es.append_recorded';
    this.repetitions = new Repetitions(sql, secrets);
  }

  /** The id of a command: repeatable for one that carries an idempotency key. */
  commandId({ idempotency, commandId }: CommandOrigin): string {
    if (commandId !== undefined) return commandId;
    if (!idempotency) return randomUUID();
    return namedId(`${idempotency.route}|${idempotency.key}`, idempotency.account);
  }

  /**
   * Carries out a command on a journey, and what follows it, in one commit.
   * @throws Refusal when a rule stands against it, StaleForm (412), Conflict (409), Fenced, AlreadyAnswered with the
   * earlier answer's version, KeyReused when the key came with another body
   */
  run(journey: string, wish: Wish, origin: CommandOrigin, followUp?: FollowUp): Promise<CommandResult> {
    const name = `command ${'type' in wish ? wish.type : 'unknown'}`;
    return inSpan(name, { journey }, () =>
      watched(this.tell, (running) =>
        this.tries(journey, wish, { ...correlated(), ...origin }, running, followUp),
      ),
    );
  }

  private async tries(
    journey: string,
    wish: Wish,
    origin: CommandOrigin,
    running: Running,
    followUp?: FollowUp,
  ) {
    const commandId = this.commandId(origin);
    for (let attempt = 0; attempt < maximumTries; attempt += 1) {
      const loaded = await loadJourney(
        this.sql,
        this.secrets.wrapping,
        journey,
        this.repetitions.asked(origin),
        'participant' in wish ? wish.participant : undefined,
      );
      this.repetitions.refuse(loaded, origin);
      const command = commandOf(wish, loaded);
      running.command = command.type;
      const result = await this.once(journey, command, origin, commandId, loaded, followUp);
      if (result) return result;
      running.conflicts += 1;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (attempt + 1)));
    }
    throw new Conflict();
  }

  /** The state to which a command would lead, before what is due then; nothing is recorded. @throws Refusal */
  async foresee(journey: string, wish: Wish, origin: CommandOrigin): Promise<JourneyState> {
    const commandId = this.commandId(origin);
    const loaded = await loadJourney(this.sql, this.secrets.wrapping, journey);
    const { context, ids } = await this.settingOf(loaded, origin, commandId);
    return foresee(loaded.state, commandOf(wish, loaded), context, ids);
  }

  /** What a decision may know, and how its things are named. */
  private async settingOf({ state, databaseNow }: LoadedJourney, origin: CommandOrigin, commandId: string) {
    const { plain } = state;
    const clock = await this.clock.at(databaseNow);
    const now = plain.lastRecordedAt > clock ? plain.lastRecordedAt : clock;
    const key = plain.opened ? plain.programme : this.programmes.current.key;
    const planning = forOneCommand(this.programmes.planning(key));
    const { programme } = planning;
    const { idFor, ids } = idsOf(commandId, origin);
    return { context: { now, actor: origin.actor, programme, windows: planning, idFor }, planning, ids };
  }

  /** One try; `undefined` when somebody else was faster. */
  private async once(
    journey: string,
    command: Command,
    origin: CommandOrigin,
    commandId: string,
    loaded: LoadedJourney,
    followUp?: FollowUp,
  ): Promise<CommandResult | undefined> {
    const { version, streamVersion: expected } = loaded.state.plain;
    const { context, planning, ids } = await this.settingOf(loaded, origin, commandId);
    const before = standingRowsOf(loaded, planning);
    const { events, state } = await inSpan('decide', {}, async () => {
      const decided = unlessStale(origin.seenVersion, version, () =>
        handleInPlace(loaded.state, command, context, planning, ids),
      );
      const next = await followUp?.(decided.state, context.now);
      if (!next) return decided;
      const { idFor, ids: named } = idsOf(randomUUID(), origin);
      const after = await inSpan(`command ${next.type}`, {}, async () =>
        handleInPlace(decided.state, next, { ...context, idFor }, planning, named),
      );
      return { events: [...decided.events, ...after.events], state: after.state };
    });
    const standing = standingOf(state, planning.programme, await this.generation());
    if (events.length === 0) {
      return (await this.repetitions.remember(journey, origin, expected))
        ? { state, events, standing }
        : undefined;
    }

    const sealing = retentionClasses.filter((name) => events.some((event) => event[name] !== undefined));
    const { participant } = state.plain;
    const { keys, made } = renewKeys(this.secrets.wrapping, participant, loaded.keys, sealing);
    const surroundings = await this.commit(
      journey,
      origin,
      { events, state, standing, keys, now: context.now },
      { planning, expected, made, before },
    );
    return surroundings && { state, events, standing, surroundings };
  }

  /**
   * Stores a journey that was lived elsewhere, with its whole past at once; its events bring their own instants.
   * @returns `false` where the journey is there already
   */
  async recordPast(state: JourneyState, events: RecordedEvent[]): Promise<boolean> {
    const { journey, participant, programme, lastRecordedAt: now } = state.plain;
    const planning = this.programmes.planning(programme);
    const standing = standingOf(state, planning.programme, await this.generation());
    const { keys, made } = renewKeys(this.secrets.wrapping, participant, [], retentionClasses);
    const origin: CommandOrigin = { actor: { kind: 'engine', id: 'engine' }, bulk: true };
    const lived = { events, state, standing, keys, now };
    const onto = { planning, expected: 0, made, before: undefined };
    return (await this.commit(journey, origin, lived, onto, 'es.append_past')) !== undefined;
  }

  /** Appends; `undefined` when somebody else was faster. */
  private async commit(
    journey: string,
    origin: CommandOrigin,
    { events, state, standing, keys, now }: CommandResult & { keys: ParticipantKeys; now: string },
    { planning, expected, made, before }: Onto,
    append = this.append,
  ): Promise<JourneySurroundings | undefined> {
    const { participant, programme } = state.plain;
    const changes = modelChanges(before, modelRowsOf(state, planning.programme));
    const row = journeyRow({
      state,
      standing,
      stamp: planning.stamp,
      sealed: sealState(keys, state),
      externalIdHmac: externalIdHmac(this.secrets, programme, state.case.externalId),
    });
    try {
      const asked = {
        ...commitStatement(append, changes),
        values: [
          journey,
          participant,
          expected,
          origin.generation ?? null,
          now,
          JSON.stringify(events.map((event) => toAppend(event, participant, keys))),
          JSON.stringify(row),
          JSON.stringify(made),
          this.repetitions.record(origin, state.plain.streamVersion),
          newsOf(events),
          origin.bulk ?? false,
          origin.knownToWorkflow ?? false,
          standing.nextDue && this.clock.toTemporal(standing.nextDue),
          ...changes.map(({ rows }) => JSON.stringify(rows)),
        ],
      };
      const { rows } = await inSpan('append', { events: events.length }, () =>
        this.sql.query<JourneySurroundings & { outcome: string }>(asked),
      );
      const [answer] = rows;
      if (answer?.outcome === 'fenced') throw new Fenced();
      return answer?.outcome === 'appended' ? answer : undefined;
    } catch (error) {
      // two journeys of hers needed the same new key at once: the other was faster, its key is found when loading again
      if (isViolationOf(error, 'participant_key_pkey')) return undefined;
      // the same idempotency key at once from two sides: the other was faster, its record is found when loading again
      if (!isViolationOf(error, 'idempotency_pkey')) throw error;
      await this.repetitions.forgetOld();
      return undefined;
    }
  }
}
export const COMMAND_RUNNER = Symbol('CommandRunner');

/** A journey that begins has none, by whatever definition. */
const standingRowsOf = (
  { state, isInStep, agendaStamp }: LoadedJourney,
  { programme, stamp }: PlanContext,
): StandingModelRows | undefined =>
  isInStep ? standingModelRowsOf(state, programme, !state.plain.opened || agendaStamp === stamp) : undefined;

const commandOf = (wish: Wish, { state }: LoadedJourney): Command =>
  typeof wish === 'function' ? wish(state) : wish;
