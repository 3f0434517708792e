import { Controller } from '@nestjs/common';
import { journeyRoutes as routes } from '../../contract/routes/journeys.js';
import type { InputOf } from '../../contract/routes/route.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { notFound } from '../http/problems.js';
import { Route } from '../http/route.js';
import { JourneyList } from './journey-list.js';
import { JourneyReader } from './journey-reader.js';
import { JourneyOpening } from './open-journey.js';
import { ReaderLanguage, type Language } from './views/language.js';

@Controller()
export class JourneysController {
  constructor(
    private readonly opening: JourneyOpening,
    private readonly list: JourneyList,
    private readonly reader: JourneyReader,
  ) {}

  @Route(routes.openJourney)
  async open(
    @Input() input: InputOf<typeof routes.openJourney>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    const state = await this.opening.open(input.body, { account, route: routes.openJourney, input });
    // for a repeated command today's permissions count
    const now = await this.reader.now(state.plain.journey);
    const shown = await this.reader.show(state, { account, language }, now);
    return 'version' in shown ? { ...shown, warnings: [] } : shown;
  }

  @Route(routes.listJourneys)
  index(
    @Input() { query }: InputOf<typeof routes.listJourneys>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    return this.list.page(query, { account, language });
  }

  @Route(routes.showJourney)
  async show(
    @Input() { params, query }: InputOf<typeof routes.showJourney>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    const { id = '' } = params;
    const now = await this.reader.now(id);
    if (query.asOf === undefined) return this.reader.show(now, { account, language });
    const then = await this.reader.at(id, { recordedAt: new Date(query.asOf).toISOString() });
    if (!then.plain.opened) throw notFound();
    // who may see it is a matter of today: the coach of then may be somebody else now
    return this.reader.show(then, { account, language }, now);
  }
}
