import { createHash, randomUUID } from 'node:crypto';
import { retentionClasses } from '../../domain/journey/classes.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { Actor, RecordedEvent } from '../../domain/journey/events.js';
import { foresee, handle } from '../../domain/journey/handle.js';
import { Refusal } from '../../domain/journey/refusal.js';
import { standingOf, type Standing } from '../../domain/journey/standing.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import { isViolationOf } from '../database/violation.js';
import { renewKeys, type ParticipantKeys, type WrappedKey } from '../event-store/seal/participant-keys.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { toAppend } from '../event-store/stored-event.js';
import { namedId } from '../named-id.js';
import type { Programmes } from '../programmes/programmes.js';
import { inlineReadModels } from '../read-models/index.js';
import { journeyRow } from '../read-models/journey/journey-row.js';
import { idsOf } from './command-ids.js';
import { watched, type EndedCommand, type Running } from './command-watch.js';
import { commitStatement } from './commit-statement.js';
import type { JourneySurroundings } from './journey-surroundings.js';
import { externalIdHmac } from './external-id.js';
import { loadJourney, type LoadedJourney } from './loaded-journey.js';
import { newsOf } from './news.js';
import { correlated, inSpan } from '../tracing/spans.js';
import { AlreadyAnswered, Conflict, Fenced, KeyReused, StaleForm } from './outcomes.js';
import { sealState } from './sealed-state.js';

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

/** Five tries are enough for any number of people; more says that something else is wrong. */
const maximumTries = 5;

/**
 * The one road of every command, a coach's and the clock's alike: load, decide, plan, append together with the read
 * models. A conflict loads and decides again.
 */
export class CommandRunner {
  private readonly statement: string;

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly secrets: MasterSecrets,
    private readonly programmes: Programmes,
    private readonly generation: () => Promise<number>,
    private readonly tell: (ended: EndedCommand) => void = () => undefined,
  ) {
    this.statement = commitStatement(clock.isReal ? 'es.append' : 'es.append_recorded');
  }

  /** The id of a command: repeatable for one that carries an idempotency key. */
  commandId({ idempotency, commandId }: CommandOrigin): string {
    if (commandId !== undefined) return commandId;
    if (!idempotency) return randomUUID();
    return namedId(`${idempotency.route}|${idempotency.key}`, idempotency.account);
  }

  /**
   * Carries out a command on a journey.
   * @throws Refusal when a rule stands against it, StaleForm (412), Conflict (409), Fenced, AlreadyAnswered with the
   * earlier answer's version, KeyReused when the key came with another body
   */
  run(journey: string, wish: Wish, origin: CommandOrigin): Promise<CommandResult> {
    const name = `command ${'type' in wish ? wish.type : 'unknown'}`;
    return inSpan(name, { journey }, () =>
      watched(this.tell, (running) => this.tries(journey, wish, { ...correlated(), ...origin }, running)),
    );
  }

  private async tries(journey: string, wish: Wish, origin: CommandOrigin, running: Running) {
    const commandId = this.commandId(origin);
    for (let attempt = 0; attempt < maximumTries; attempt += 1) {
      const loaded = await loadJourney(
        this.sql,
        this.secrets.wrapping,
        journey,
        this.remembered(origin),
        'participant' in wish ? wish.participant : undefined,
      );
      this.refuseRepetition(loaded, origin);
      const command = commandOf(wish, loaded);
      running.command = command.type;
      const result = await this.once(journey, command, origin, commandId, loaded);
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
    const planning = this.programmes.planning(plain.opened ? plain.programme : this.programmes.current.key);
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
  ): Promise<CommandResult | undefined> {
    const before = loaded.state.plain;
    const { context, planning, ids } = await this.settingOf(loaded, origin, commandId);
    const { events, state } = await inSpan('decide', {}, async () =>
      unlessStale(origin.seenVersion, before.version, () =>
        handle(loaded.state, command, context, planning, ids),
      ),
    );
    const standing = standingOf(state, planning.programme, await this.generation());
    if (events.length === 0) {
      return (await this.remember(journey, origin, before.streamVersion))
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
      { stamp: planning.stamp, expected: before.streamVersion, made },
    );
    return surroundings && { state, events, standing, surroundings };
  }

  /**
   * Stores a journey that was lived elsewhere, with its whole past at once; its events bring their own instants.
   * @returns `false` where the journey is there already
   */
  async recordPast(state: JourneyState, events: RecordedEvent[]): Promise<boolean> {
    const { journey, participant, programme, lastRecordedAt: now } = state.plain;
    const { stamp, programme: definition } = this.programmes.planning(programme);
    const standing = standingOf(state, definition, await this.generation());
    const { keys, made } = renewKeys(this.secrets.wrapping, participant, [], retentionClasses);
    const origin: CommandOrigin = { actor: { kind: 'engine', id: 'engine' }, bulk: true };
    const lived = { events, state, standing, keys, now };
    const statement = { name: 'commit-past', text: commitStatement('es.append_past') };
    return (await this.commit(journey, origin, lived, { stamp, expected: 0, made }, statement)) !== undefined;
  }

  /** Appends; `undefined` when somebody else was faster. */
  private async commit(
    journey: string,
    origin: CommandOrigin,
    { events, state, standing, keys, now }: CommandResult & { keys: ParticipantKeys; now: string },
    { stamp, expected, made }: { stamp: string; expected: number; made: WrappedKey[] },
    statement = { name: 'commit-command', text: this.statement },
  ): Promise<JourneySurroundings | undefined> {
    const { participant, programme } = state.plain;
    const row = journeyRow({
      state,
      standing,
      stamp,
      sealed: sealState(keys, state),
      externalIdHmac: externalIdHmac(this.secrets, programme, state.case.externalId),
    });
    try {
      const asked = {
        ...statement,
        values: [
          journey,
          participant,
          expected,
          origin.generation ?? null,
          now,
          JSON.stringify(events.map((event) => toAppend(event, participant, keys))),
          JSON.stringify(row),
          JSON.stringify(made),
          this.toRemember(origin, state.plain.streamVersion),
          newsOf(events),
          origin.bulk ?? false,
          origin.knownToWorkflow ?? false,
          standing.nextDue && this.clock.toTemporal(standing.nextDue),
          ...inlineReadModels.map((model) => JSON.stringify(model.rowsOf(state))),
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
      await this.forgetOld();
      return undefined;
    }
  }

  /** Remembers a command that said nothing new; `false` when the same key was remembered meanwhile. */
  private async remember(journey: string, origin: CommandOrigin, version: number): Promise<boolean> {
    const record = this.toRemember(origin, version);
    if (record === null) return true;
    const { rows } = await this.sql.query({
      name: 'remember-command',
      text: `INSERT INTO es.idempotency (account_id, route, key_hash, body_hmac, status, journey_id, version)
             SELECT i.account, i.route, decode(i.key, 'hex'), decode(i.body, 'hex'), i.status, $1, i.version
               FROM jsonb_to_record($2::jsonb)
                 AS i(account uuid, route text, key text, body text, status smallint, version bigint)
             ON CONFLICT DO NOTHING RETURNING 1`,
      values: [journey, record],
    });
    if (rows.length === 0) await this.forgetOld();
    return rows.length > 0;
  }

  /** What is older than 30 days is no answer any more; only its row stands in the way of the key's next use. */
  private async forgetOld(): Promise<void> {
    await this.sql.query(`DELETE FROM es.idempotency WHERE created_at <= now() - interval '30 days'`);
  }

  private remembered({ idempotency }: CommandOrigin) {
    if (!idempotency) return undefined;
    return { account: idempotency.account, route: idempotency.route, hash: keyHash(idempotency.key) };
  }

  private refuseRepetition({ idempotency: earlier }: LoadedJourney, { idempotency }: CommandOrigin): void {
    if (!earlier || !idempotency) return;
    const body = this.secrets.hmac('request-body', idempotency.body).toString('hex');
    if (earlier.bodyHmac !== body) throw new KeyReused();
    throw new AlreadyAnswered(earlier.journeyId, earlier.version, earlier.status);
  }

  private toRemember({ idempotency }: CommandOrigin, version: number): string | null {
    if (!idempotency) return null;
    const { account, route, key, status } = idempotency;
    const body = this.secrets.hmac('request-body', idempotency.body).toString('hex');
    return JSON.stringify({ account, route, key: keyHash(key), body, status, version });
  }
}
export const COMMAND_RUNNER = Symbol('CommandRunner');

const commandOf = (wish: Wish, { state }: LoadedJourney): Command =>
  typeof wish === 'function' ? wish(state) : wish;

/** The version is judged after the fields and before the rules: a wrong field is wrong in every version. */
function unlessStale<Result>(seen: number | undefined, current: number, decide: () => Result): Result {
  if (seen === undefined || seen === current) return decide();
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal && error.field !== undefined) throw error;
  }
  throw new StaleForm(seen, current);
}

const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex');
