import { Controller, Inject } from '@nestjs/common';
import { attentionRoutes as routes } from '../../contract/routes/attention.js';
import type { InputOf, RouteEntry } from '../../contract/routes/route.js';
import type { Journey } from '../../contract/journeys/journey.js';
import type { Command } from '../../domain/journey/commands/index.js';
import { remindersIn } from '../../domain/messages/reminder-of.js';
import { Input } from '../http/input.js';
import { notFound } from '../http/problems.js';
import { Route } from '../http/route.js';
import { CurrentReader } from '../journeys/current-reader.js';
import { journeyOfItem } from '../journeys/item-scope.js';
import { JourneyCommands } from '../journeys/journey-commands.js';
import { JourneyReader, type Reader } from '../journeys/journey-reader.js';
import { PLATFORM, type Platform } from '../platform.js';
import { messageId } from '../read-models/message/message.js';

/**
 * What people want of one message to the participant. Each answers the journey; 404 for an id that names no message to a
 * participant, 409 where the rules stand against it.
 */
@Controller()
export class SteeringController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly commands: JourneyCommands,
    private readonly reader: JourneyReader,
  ) {}

  @Route(routes.holdMessage)
  hold(@Input() input: InputOf<typeof routes.holdMessage>, @CurrentReader() reader: Reader) {
    const { reason } = input.body;
    return this.record(routes.holdMessage, (key) => ({ type: 'HoldMessage', key, reason }), input, reader);
  }

  @Route(routes.releaseMessage)
  release(@Input() input: InputOf<typeof routes.releaseMessage>, @CurrentReader() reader: Reader) {
    return this.record(routes.releaseMessage, (key) => ({ type: 'ReleaseMessage', key }), input, reader);
  }

  @Route(routes.tellMessageInPerson)
  tellInPerson(@Input() input: InputOf<typeof routes.tellMessageInPerson>, @CurrentReader() reader: Reader) {
    return this.record(routes.tellMessageInPerson, (key) => ({ type: 'TellInPerson', key }), input, reader);
  }

  @Route(routes.resendMessage)
  resend(@Input() input: InputOf<typeof routes.resendMessage>, @CurrentReader() reader: Reader) {
    return this.record(routes.resendMessage, (key) => ({ type: 'ResendMessage', key }), input, reader);
  }

  private async record(
    route: RouteEntry,
    commandFor: (key: string) => Command,
    input: InputOf<RouteEntry>,
    reader: Reader,
  ): Promise<Journey> {
    const { id = '' } = input.params as { id?: string };
    const journey = await journeyOfItem(this.platform.sql, 'message', id);
    if (journey === undefined) throw notFound();
    // an id tells no key; a message keeps its key for ever, whatever becomes of it
    const item = remindersIn(await this.reader.now(journey)).find(({ key }) => messageId(key) === id);
    if (!item) throw notFound();
    return this.commands.record(
      journey,
      commandFor(item.key),
      { account: reader.account, route, input },
      reader,
    );
  }
}
