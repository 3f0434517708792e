import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { programmeRoutes as routes } from '../../contract/routes/programmes.js';
import type { InputOf } from '../../contract/routes/route.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import { Input } from '../http/input.js';
import { notFound } from '../http/problems.js';
import { Route } from '../http/route.js';
import { CurrentReader } from '../journeys/current-reader.js';
import type { Reader } from '../journeys/journey-reader.js';
import { pageOf } from '../journeys/paging.js';
import { PLATFORM, type Platform } from '../platform.js';
import { programmeTexts } from './programme-texts.js';
import { programmeWords } from './words/programme-words.js';

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
    return this.found(params);
  }

  @Route(routes.showProgrammeWords)
  words(
    @Input() { params }: InputOf<typeof routes.showProgrammeWords>,
    @CurrentReader() { language }: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const programme = this.found(params);
    const written = this.platform.texts.get(programme.key)?.writtenIn ?? [];
    // nothing of a person is in it, and every page needs it
    void reply.headers({
      'cache-control': 'private, max-age=300',
      'content-language': language,
      vary: 'accept-language',
    });
    return programmeWords(programme, written, language);
  }

  @Route(routes.showProgrammeTexts)
  async texts(
    @Input() { params }: InputOf<typeof routes.showProgrammeTexts>,
    @CurrentReader() { language }: Reader,
  ) {
    const programme = this.found(params);
    const written = this.platform.texts.get(programme.key);
    if (!written) throw notFound();
    return programmeTexts(programme, written, berlinDay(await this.platform.clock.now()), language);
  }

  private found({ key, n }: { key: string; n: string }): Programme {
    const found = this.platform.programmes.all.find((each) => each.key === key && each.version === Number(n));
    if (!found) throw notFound();
    return found;
  }
}
