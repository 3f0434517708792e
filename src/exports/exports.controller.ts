import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { JourneyItem, ReducedJourney } from '../../contract/journeys/journey.js';
import type { NewExport } from '../../contract/pages/exports.js';
import { exportRoutes as routes } from '../../contract/routes/exports.js';
import type { InputOf } from '../../contract/routes/route.js';
import { Input } from '../http/input.js';
import { Route } from '../http/route.js';
import { CurrentReader } from '../journeys/current-reader.js';
import type { Reader } from '../journeys/journey-reader.js';
import { JourneyList } from '../journeys/journey-list.js';
import { PLATFORM, type Platform } from '../platform.js';
import { programmeWords } from '../programmes/words/programme-words.js';
import { journeysFile } from './journeys-file.js';
import { recordExport } from './record-export.js';

/** As many as a page of the list holds at most. */
const atOnce = 400;

/** Lists that leave Lotse as a file. */
@Controller()
export class ExportsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly journeys: JourneyList,
  ) {}

  /**
   * The rows that `GET /journeys` lists for this filter, in its order, as CSV; recorded before it is answered.
   * @throws Problem 503 as long as names are still read
   */
  @Route(routes.exportJourneys)
  async export(
    @Input() { body }: InputOf<typeof routes.exportJourneys>,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { sql, clock, programmes, texts } = this.platform;
    const rows = await this.rows(body, reader);
    const { language } = reader;
    const programme = programmes.current;
    const words = programmeWords(programme, texts.get(programme.key)?.writtenIn ?? [], language);
    const coaches = await this.namesOf(rows);
    const file = journeysFile(rows, body.columns, { language, programme, words, coaches });
    await recordExport(sql, reader.account, body, { rows: rows.length, at: await clock.now() });
    void reply.header('content-disposition', 'attachment; filename="teilnehmende.csv"');
    return file;
  }

  private async rows(
    { filter, q, sort }: NewExport,
    reader: Reader,
  ): Promise<(JourneyItem | ReducedJourney)[]> {
    const rows: (JourneyItem | ReducedJourney)[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.journeys.page({ ...filter, q, sort, limit: atOnce, cursor }, reader);
      rows.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return rows;
  }

  private async namesOf(rows: readonly { coach: string | null }[]): Promise<ReadonlyMap<string, string>> {
    const emails = [...new Set(rows.flatMap(({ coach }) => coach ?? []))];
    const { rows: named } = await this.platform.sql.query<{ email: string; name: string }>({
      name: 'names-of-coaches',
      text: 'SELECT email, name FROM access.account WHERE email = ANY($1)',
      values: [emails],
    });
    return new Map(named.map(({ email, name }) => [email, name]));
  }
}
