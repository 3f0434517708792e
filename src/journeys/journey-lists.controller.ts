import { Controller } from '@nestjs/common';
import { journeyRoutes as routes } from '../../contract/routes/journeys.js';
import type { InputOf } from '../../contract/routes/route.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { Route } from '../http/route.js';
import { EventList } from './event-list.js';
import { JourneyReader } from './journey-reader.js';
import { pageOf } from './paging.js';
import { deadlinesOf, sortKeyOf as deadlineKey } from './views/deadline-view.js';
import { ReaderLanguage, type Language } from './views/language.js';
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
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    return this.events.page(id, query, { account, language });
  }

  @Route(routes.listDeadlinesOfJourney)
  async listDeadlines(
    @Input() { params: { id = '' }, query }: InputOf<typeof routes.listDeadlinesOfJourney>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    const state = await this.reader.now(id);
    const context = await this.reader.contextOf(state, { account, language });
    return pageOf(deadlinesOf(state, context), deadlineKey, query);
  }

  @Route(routes.listMessagesOfJourney)
  async listMessages(
    @Input() { params: { id = '' }, query }: InputOf<typeof routes.listMessagesOfJourney>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    const state = await this.reader.now(id);
    const context = await this.reader.contextOf(state, { account, language });
    const messages = messagesOf(state, context).map(({ view }) => view);
    return pageOf(messages, messageKey, query);
  }

  @Route(routes.explainJourney)
  async explain(
    @Input() { params: { id = '' } }: InputOf<typeof routes.explainJourney>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    const state = await this.reader.now(id);
    return whyOf(state, await this.reader.contextOf(state, { account, language }));
  }
}
