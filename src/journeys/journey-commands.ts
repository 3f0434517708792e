import { Inject, Injectable } from '@nestjs/common';
import type { RouteEntry } from '../../contract/routes/route.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { Journey } from '../../contract/journeys/journey.js';
import { fold } from '../../domain/journey/evolve.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { Names } from '../directory/names.js';
import type { Account } from '../http/ports.js';
import { undoneAt } from '../http/undo-link.interceptor.js';
import { PLATFORM, type Platform } from '../platform.js';
import { canonicalJson } from './canonical-json.js';
import type { CommandOrigin } from './command-runner.js';
import { JourneyReader, type Reader } from './journey-reader.js';
import type { JourneySurroundings } from './journey-surroundings.js';
import { AlreadyAnswered } from './outcomes.js';
import { undoPath } from './undo-path.js';

/** A request that records something: who sent it, by which route, and what. */
export interface Call {
  account: Account;
  route: RouteEntry;
  input: { params: object; body: unknown; ifMatch?: number; idempotencyKey?: string };
}

/** What a command has led to. */
interface CarriedOut {
  state: JourneyState;
  surroundings?: JourneySurroundings;
  /** At which address it is taken back. */
  undo: string | undefined;
}

/** People's commands, and what is answered when one comes again. */
@Injectable()
export class JourneyCommands {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly reader: JourneyReader,
    private readonly names: Names,
  ) {}

  /** Under which conditions and names a request's command is carried out. */
  originOf({ account, route, input }: Call): CommandOrigin & { commandId: string } {
    const { params, body, ifMatch, idempotencyKey } = input;
    const { id, role } = account;
    const origin: CommandOrigin = {
      actor: { kind: 'person', id, role },
      ...(ifMatch !== undefined && { seenVersion: ifMatch }),
      ...(idempotencyKey !== undefined && {
        idempotency: {
          account: id,
          route: `${route.method} ${route.path}`,
          key: idempotencyKey,
          body: canonicalJson({ params, body }),
          status: route.status,
        },
      }),
    };
    return { ...origin, commandId: this.platform.runner.commandId(origin) };
  }

  /** Carries out a command and answers the journey, for whom the checks before it have let through. */
  async record(journey: string, command: Command, call: Call, reader: Reader): Promise<Journey> {
    const { state, surroundings, undo } = await this.carryOut(journey, command, this.originOf(call));
    return undoneAt(await this.reader.full(state, reader, surroundings), undo);
  }

  /** Carries out a command; one that was answered before gives the journey as it was answered then. */
  async carryOut(
    journey: string,
    command: Command,
    origin: CommandOrigin & { commandId: string },
  ): Promise<CarriedOut> {
    try {
      const result = await this.platform.runner.run(journey, command, origin);
      this.names.heard(result.state, result.events);
      return { ...result, undo: undoPath(journey, result.events) };
    } catch (error) {
      if (!(error instanceof AlreadyAnswered)) throw error;
      const { journey: answered, streamVersion: version } = error;
      const events = await this.reader.eventsUntil(answered, version);
      const own = events.filter(({ commandId }) => commandId === origin.commandId);
      return { state: fold(answered, events), undo: undoPath(answered, own) };
    }
  }
}
