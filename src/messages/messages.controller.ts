import { Controller, Inject } from '@nestjs/common';
import { attentionRoutes } from '../../contract/routes/attention.js';
import { pageRoutes } from '../../contract/routes/pages.js';
import type { InputOf } from '../../contract/routes/route.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { notFound } from '../http/problems.js';
import { Route } from '../http/route.js';
import { CurrentReader } from '../journeys/current-reader.js';
import { journeyOfItem } from '../journeys/item-scope.js';
import { JourneyReader, type Reader } from '../journeys/journey-reader.js';
import { PLATFORM, type Platform } from '../platform.js';
import { MessageFiguresReader } from './message-figures.js';
import { MessageList } from './message-list.js';
import { previewOf } from './message-preview.js';

/** Messages across journeys: each of them, how many there are, and what one says. */
@Controller()
export class MessagesController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly messages: MessageList,
    private readonly figures: MessageFiguresReader,
    private readonly reader: JourneyReader,
  ) {}

  @Route(attentionRoutes.listMessages)
  list(@Input() { query }: InputOf<typeof attentionRoutes.listMessages>, @CurrentReader() reader: Reader) {
    return this.messages.page(query, reader);
  }

  @Route(pageRoutes.countMessages)
  count(@Input() { query }: InputOf<typeof pageRoutes.countMessages>, @CurrentAccount() account: Account) {
    return this.figures.show(query, account);
  }

  @Route(attentionRoutes.previewMessage)
  async preview(
    @Input() { params: { id = '' } }: InputOf<typeof attentionRoutes.previewMessage>,
    @CurrentReader() reader: Reader,
  ) {
    const journey = await journeyOfItem(this.platform.sql, 'message', id);
    if (journey === undefined) throw notFound();
    const state = await this.reader.now(journey);
    const preview = previewOf(state, await this.reader.contextOf(state, reader), id, reader.account);
    if (!preview) throw notFound();
    return preview;
  }
}
