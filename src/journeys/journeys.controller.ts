import { Controller } from '@nestjs/common';
import { journeyRoutes as routes } from '../../contract/routes/journeys.js';
import type { InputOf } from '../../contract/routes/route.js';
import { Input } from '../http/input.js';
import { notFound } from '../http/problems.js';
import { Route } from '../http/route.js';
import { CurrentReader } from './current-reader.js';
import { JourneyList } from './journey-list.js';
import { JourneyReader, type Reader } from './journey-reader.js';
import { JourneyOpening } from './open-journey.js';

@Controller()
export class JourneysController {
  constructor(
    private readonly opening: JourneyOpening,
    private readonly list: JourneyList,
    private readonly reader: JourneyReader,
  ) {}

  @Route(routes.openJourney)
  async open(@Input() input: InputOf<typeof routes.openJourney>, @CurrentReader() reader: Reader) {
    const state = await this.opening.open(input.body, {
      account: reader.account,
      route: routes.openJourney,
      input,
    });
    // for a repeated command today's permissions count
    const now = await this.reader.now(state.plain.journey);
    const shown = await this.reader.show(state, reader, now);
    return { ...shown, warnings: await this.opening.warningsOf(state, reader) };
  }

  @Route(routes.listJourneys)
  index(@Input() { query }: InputOf<typeof routes.listJourneys>, @CurrentReader() reader: Reader) {
    return this.list.page(query, reader);
  }

  @Route(routes.showJourney)
  async show(
    @Input() { params, query }: InputOf<typeof routes.showJourney>,
    @CurrentReader() reader: Reader,
  ) {
    const { id = '' } = params;
    if (query.asOf === undefined) return this.reader.show(await this.reader.now(id), reader);
    const at = new Date(query.asOf).toISOString();
    const [now, then] = await Promise.all([this.reader.now(id), this.reader.at(id, at)]);
    if (!then.plain.opened) throw notFound();
    // who may see it is a matter of today: the coach of then may be somebody else now
    return this.reader.show(then, reader, now, at);
  }
}
