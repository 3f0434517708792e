import { Controller } from '@nestjs/common';
import { journeyRoutes as routes } from '../../contract/routes/journeys.js';
import type { InputOf } from '../../contract/routes/route.js';
import { Input } from '../http/input.js';
import { Route } from '../http/route.js';
import { CurrentReader } from './current-reader.js';
import { EventList } from './event-list.js';
import { JourneyReader, type Reader } from './journey-reader.js';
import { pageOf } from './paging.js';
import { deadlinesOf, sortKeyOf as deadlineKey } from './views/deadline-view.js';
import { messagesOf, sortKeyOf as messageKey } from './views/message-view.js';
import { whyOf } from './views/why-view.js';

/** The lists inside a journey. */
@Controller()
export class JourneyListsController {
  constructor(
    private readonly events: EventList,
    private readonly reader: JourneyReader,
  ) {}

  @Route(routes.listEvents)
  listEvents(
    @Input() { params: { id = '' }, query }: InputOf<typeof routes.listEvents>,
    @CurrentReader() reader: Reader,
  ) {
    return this.events.page(id, query, reader);
  }

  @Route(routes.listDeadlinesOfJourney)
  async listDeadlines(
    @Input() { params: { id = '' }, query }: InputOf<typeof routes.listDeadlinesOfJourney>,
    @CurrentReader() reader: Reader,
  ) {
    const state = await this.reader.now(id);
    const context = await this.reader.contextOf(state, reader);
    return pageOf(deadlinesOf(state, context), deadlineKey, query);
  }

  @Route(routes.listMessagesOfJourney)
  async listMessages(
    @Input() { params: { id = '' }, query }: InputOf<typeof routes.listMessagesOfJourney>,
    @CurrentReader() reader: Reader,
  ) {
    const state = await this.reader.now(id);
    const context = await this.reader.contextOf(state, reader);
    const messages = messagesOf(state, context).map(({ view }) => view);
    return pageOf(messages, messageKey, query);
  }

  @Route(routes.explainJourney)
  async explain(
    @Input() { params: { id = '' } }: InputOf<typeof routes.explainJourney>,
    @CurrentReader() reader: Reader,
  ) {
    const state = await this.reader.now(id);
    return whyOf(state, await this.reader.contextOf(state, reader));
  }
}
