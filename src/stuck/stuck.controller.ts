import { Controller } from '@nestjs/common';
import { attentionRoutes } from '../../contract/routes/attention.js';
import { pageRoutes } from '../../contract/routes/pages.js';
import type { InputOf } from '../../contract/routes/route.js';
import { Input } from '../http/input.js';
import { Route } from '../http/route.js';
import { CurrentReader } from '../journeys/current-reader.js';
import type { Reader } from '../journeys/journey-reader.js';
import { FlagList } from './flag-list.js';
import { StuckFiguresReader } from './stuck-figures.js';

/** Stuck cases across journeys: each of them, and how many there are. */
@Controller()
export class StuckController {
  constructor(
    private readonly flags: FlagList,
    private readonly figures: StuckFiguresReader,
  ) {}

  @Route(attentionRoutes.listFlags)
  list(@Input() { query }: InputOf<typeof attentionRoutes.listFlags>, @CurrentReader() reader: Reader) {
    return this.flags.page(query, reader);
  }

  @Route(pageRoutes.countStuck)
  count(
    @Input() { query: { by, ...filters } }: InputOf<typeof pageRoutes.countStuck>,
    @CurrentReader() reader: Reader,
  ) {
    return this.figures.show(by, filters, reader);
  }
}
