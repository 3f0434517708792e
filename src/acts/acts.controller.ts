import { Controller, Inject } from '@nestjs/common';
import { pageRoutes as routes } from '../../contract/routes/pages.js';
import type { InputOf } from '../../contract/routes/route.js';
import { SQL, type Sql } from '../database/sql.js';
import { Input } from '../http/input.js';
import { Route } from '../http/route.js';
import { CurrentReader } from '../journeys/current-reader.js';
import { JourneyReader, type Reader } from '../journeys/journey-reader.js';
import { actsOf } from './acts-of.js';
import { benchOf } from './bench.js';
import { coachOptions } from './coach-options.js';

/** What the reader may record in one journey. */
@Controller()
export class ActsController {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    private readonly reader: JourneyReader,
  ) {}

  @Route(routes.listActs)
  async list(
    @Input() { params: { id = '' } }: InputOf<typeof routes.listActs>,
    @CurrentReader() reader: Reader,
  ) {
    const state = await this.reader.now(id);
    const context = await this.reader.contextOf(state, reader);
    const coaches = reader.account.role === 'coordinator' ? await coachOptions(this.sql) : [];
    return actsOf(benchOf(state, context, reader.account, coaches));
  }
}
