import { randomUUID } from 'node:crypto';
import { retentionClasses } from '../../domain/journey/classes.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { Actor, RecordedEvent } from '../../domain/journey/events.js';
import { foresee, handleInPlace } from '../../domain/journey/handle.js';
import { standingOf, type Standing } from '../../domain/journey/standing.js';
import { Refusal } from '../../domain/journey/refusal.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import { renewKeys } from '../event-store/seal/participant-keys.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { namedId } from '../named-id.js';
import type { Programmes } from '../programmes/programmes.js';
import { begunAnew, begunFrom, type Begun, type Onward } from './begun-command.js';
import { idsOf } from './command-ids.js';
import { watched, type EndedCommand, type Running } from './command-watch.js';
import { Commits } from './commits.js';
import type { JourneySurroundings } from './journey-surroundings.js';
import { loadJourney } from './loaded-journey.js';
import { modelRowsOf } from './model-changes.js';
import { correlated, inSpan } from '../tracing/spans.js';
import { Conflict } from './outcomes.js';
import { Repetitions } from './repetitions.js';
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
  /** What another command can begin from; absent where there was nothing to append, and once one has. */
  onward?: Onward;
}

/** What may be said of a command beside where it comes from. */
export interface Along {
  /** What follows within the same commit. */
  followUp?: FollowUp;
  /** The command before it in the same act, which had no key either: its state is gone on with, and not to be used any more. */
  after?: CommandResult;
}

/** A command, or how it follows from what the journey holds when it is carried out. */
export type Wish = Command | ((state: JourneyState) => Command);

/** The command that follows another one within its commit, made from what that one has led to; `undefined`: none. */
export type FollowUp = (
  state: JourneyState,
  now: Instant,
  surroundings: JourneySurroundings,
) => Command | undefined;

/** Five tries are enough for any number of people; more says that something else is wrong. */
const maximumTries = 5;

/**
 * The one road of every command, a coach's and the clock's alike: load, decide, plan, append together with the read
 * models. A conflict loads and decides again.
 */
export class CommandRunner {
  private readonly commits: Commits;
  private readonly repetitions: Repetitions;

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly secrets: MasterSecrets,
    private readonly programmes: Programmes,
    private readonly generation: () => Promise<number>,
    private readonly tell: (ended: EndedCommand) => void = () => undefined,
  ) {
    this.repetitions = new Repetitions(sql, secrets);
    this.commits = new Commits(sql, clock, secrets, this.repetitions);
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
  run(journey: string, wish: Wish, origin: CommandOrigin, along: Along = {}): Promise<CommandResult> {
    const name = `command ${'type' in wish ? wish.type : 'unknown'}`;
    return inSpan(name, { journey }, () =>
      watched(this.tell, (running) =>
        this.tries(journey, wish, { ...correlated(), ...origin }, running, along),
      ),
    );
  }

  private async tries(
    journey: string,
    wish: Wish,
    origin: CommandOrigin,
    running: Running,
    { followUp, after }: Along,
  ) {
    const commandId = this.commandId(origin);
    const goneOn = after && (await this.goOn(journey, wish, origin, { commandId, running, after }));
    if (goneOn) return goneOn;
    for (let attempt = 0; attempt < maximumTries; attempt += 1) {
      const begun = await this.begin(journey, wish, origin);
      const command = commandOf(wish, begun.state);
      running.command = command.type;
      const result = await this.once(journey, command, origin, commandId, begun, followUp);
      if (result) return result;
      running.conflicts += 1;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (attempt + 1)));
    }
    throw new Conflict();
  }

  /**
   * Carries out a command from where another one has ended. Only an append shows that nothing was recorded since: where
   * there is none, or a rule stands against the command, it has to be looked at again (`undefined`).
   */
  private async goOn(
    journey: string,
    wish: Wish,
    origin: CommandOrigin,
    { commandId, running, after }: { commandId: string; running: Running; after: CommandResult },
  ): Promise<CommandResult | undefined> {
    const begun = origin.idempotency ? undefined : await begunFrom(after, this.clock);
    if (!begun) return undefined;
    const command = commandOf(wish, begun.state);
    running.command = command.type;
    try {
      const result = await this.once(journey, command, origin, commandId, begun);
      return result && result.events.length > 0 ? result : undefined;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  /** Loads what a command needs. @throws AlreadyAnswered, KeyReused */
  private async begin(journey: string, wish: Wish, origin: CommandOrigin): Promise<Begun> {
    const loaded = await loadJourney(
      this.sql,
      this.secrets.wrapping,
      journey,
      this.repetitions.asked(origin),
      'participant' in wish ? wish.participant : undefined,
    );
    this.repetitions.refuse(loaded, origin);
    return begunAnew(loaded, await this.clock.at(loaded.surroundings.databaseNow), this.programmes);
  }

  /** The state to which a command would lead, before what is due then; nothing is recorded. @throws Refusal */
  async foresee(journey: string, wish: Wish, origin: CommandOrigin): Promise<JourneyState> {
    const commandId = this.commandId(origin);
    const begun = await this.begin(journey, wish, { actor: origin.actor });
    const { context, ids } = settingOf(begun, origin, commandId);
    return foresee(begun.state, commandOf(wish, begun.state), context, ids);
  }

  /** One try; `undefined` when somebody else was faster. */
  private async once(
    journey: string,
    command: Command,
    origin: CommandOrigin,
    commandId: string,
    begun: Begun,
    followUp?: FollowUp,
  ): Promise<CommandResult | undefined> {
    const { planning } = begun;
    const before = begun.before();
    const { version, streamVersion: expected } = begun.state.plain;
    const { context, ids } = settingOf(begun, origin, commandId);
    const { events, state } = await inSpan('decide', {}, async () => {
      const decided = unlessStale(origin.seenVersion, version, () =>
        handleInPlace(begun.state, command, context, planning, ids),
      );
      const next = followUp?.(decided.state, context.now, begun.surroundings);
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
    const { keys, made } = renewKeys(this.secrets.wrapping, participant, begun.keys, sealing);
    const rows = modelRowsOf(state, planning.programme);
    const surroundings = await this.commits.append(
      journey,
      origin,
      { events, state, standing, keys, rows, now: context.now },
      { planning, expected, made, before },
    );
    return (
      surroundings && {
        state,
        events,
        standing,
        surroundings,
        onward: { keys, planning, rows, answeredAt: performance.now() },
      }
    );
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
    const lived = { events, state, standing, keys, rows: modelRowsOf(state, planning.programme), now };
    const onto = { planning, expected: 0, made, before: undefined };
    return (await this.commits.append(journey, origin, lived, onto, 'es.append_past')) !== undefined;
  }
}
export const COMMAND_RUNNER = Symbol('CommandRunner');

/** What a decision may know, and how its things are named. */
function settingOf({ now, planning }: Begun, origin: CommandOrigin, commandId: string) {
  const { idFor, ids } = idsOf(commandId, origin);
  const { programme } = planning;
  return { context: { now, actor: origin.actor, programme, windows: planning, idFor }, ids };
}

const commandOf = (wish: Wish, state: JourneyState): Command =>
  typeof wish === 'function' ? wish(state) : wish;
