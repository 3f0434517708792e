import { Controller } from '@nestjs/common';
import { pageRoutes as routes } from '../../contract/routes/pages.js';
import type { InputOf } from '../../contract/routes/route.js';
import { Input } from '../http/input.js';
import { Route } from '../http/route.js';
import { CurrentReader } from '../journeys/current-reader.js';
import type { Reader } from '../journeys/journey-reader.js';
import { TodayList } from './today-list.js';

/** What the reader has to do. */
@Controller()
export class TodayController {
  constructor(private readonly today: TodayList) {}

  @Route(routes.showToday)
  show(@Input() { query }: InputOf<typeof routes.showToday>, @CurrentReader() reader: Reader) {
    return this.today.show(reader, query.for);
  }
}
