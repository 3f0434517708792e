import { Controller, Inject } from '@nestjs/common';
import { programmeRoutes as routes } from '../../contract/routes/programmes.js';
import type { InputOf } from '../../contract/routes/route.js';
import { Input } from '../http/input.js';
import { notFound } from '../http/problems.js';
import { Route } from '../http/route.js';
import { pageOf } from '../journeys/paging.js';
import { PLATFORM, type Platform } from '../platform.js';

@Controller()
export class ProgrammesController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Route(routes.listProgrammes)
  index(@Input() { query }: InputOf<typeof routes.listProgrammes>) {
    const all = this.platform.programmes.all.map(({ key, version, title }) => ({ key, version, title }));
    return pageOf(all, ({ key }) => key, query);
  }

  @Route(routes.showProgramme)
  show(@Input() { params }: InputOf<typeof routes.showProgramme>) {
    const { key, n } = params;
    const found = this.platform.programmes.all.find((each) => each.key === key && each.version === Number(n));
    if (!found) throw notFound();
    return found;
  }
}
