import { Controller, Inject } from '@nestjs/common';
import { bulkRoutes as routes } from '../../contract/routes/bulk.js';
import type { InputOf } from '../../contract/routes/route.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { ActorNames } from '../access/actor-names.js';
import { coachOptions } from '../acts/coach-options.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { notFound } from '../http/problems.js';
import { Route } from '../http/route.js';
import { Coaches } from '../journeys/coaches.js';
import { CurrentReader } from '../journeys/current-reader.js';
import { JourneyCounts } from '../journeys/journey-counts.js';
import type { Reader } from '../journeys/journey-reader.js';
import { pageOf } from '../journeys/paging.js';
import { PLATFORM, type Platform } from '../platform.js';
import { batchIdOf, putDown, taskOf, textOf } from './accept-bulk-act.js';
import { readBatch, readOutcomes, type Batch } from './batch.js';
import { bulkOffers } from './bulk-offers.js';
import { loadsOf } from './loads.js';
import { coachesIn, shownBatch } from './show-bulk-act.js';
import { undoBulkAct } from './undo-bulk-act.js';

/** Acts on many journeys at once: they are put down here, and carried out by the worker. */
@Controller()
export class BulkController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly coaches: Coaches,
    private readonly counts: JourneyCounts,
    private readonly names: ActorNames,
  ) {}

  @Route(routes.listBulkActs)
  async list(
    @Input() { query }: InputOf<typeof routes.listBulkActs>,
    @CurrentReader() { account, language }: Reader,
  ) {
    const { sql, clock, programmes } = this.platform;
    const coaches = account.role === 'coordinator' ? await coachOptions(sql) : [];
    const today = berlinDay(await clock.now());
    const offers = bulkOffers({ account, language, today, coaches, programme: programmes.current });
    return pageOf(offers, ({ command }) => command, query);
  }

  @Route(routes.startBulkAct)
  async start(
    @Input() { body: act, idempotencyKey: key }: InputOf<typeof routes.startBulkAct>,
    @CurrentAccount() account: Account,
  ) {
    const id = batchIdOf(account, key);
    const task = await taskOf(act, this.platform, this.coaches);
    const journeys = act.filter ? await this.counts.inFull(act.filter, account) : (act.ids ?? []);
    const { command, dryRun } = act;
    await putDown(this.platform, { id, account, command, task, journeys, dryRun, body: textOf(act) });
    return { id };
  }

  @Route(routes.showBulkAct)
  async show(
    @Input() { params }: InputOf<typeof routes.showBulkAct>,
    @CurrentReader() { account, language }: Reader,
  ) {
    const batch = await this.ownBatch(params['id'], account);
    const { sql, secrets, clock } = this.platform;
    const outcomes = await readOutcomes(sql, secrets.files, batch.id);
    const coaches = coachesIn(outcomes).map((id) => ({ kind: 'person', id }) as const);
    const shown = await shownBatch(batch, outcomes, await this.names.of(coaches), language, clock);
    const loads = await loadsOf(this.platform, batch, outcomes, account, language);
    return loads ? { ...shown, loads } : shown;
  }

  @Route(routes.undoBulkAct)
  async undo(@Input() { params }: InputOf<typeof routes.undoBulkAct>, @CurrentAccount() account: Account) {
    return { id: await undoBulkAct(this.platform, await this.ownBatch(params['id'], account), account) };
  }

  /** What somebody did to many is hers alone to see: it says what is missing of whom. @throws Problem 404 */
  private async ownBatch(id = '', account: Account): Promise<Batch> {
    const batch = await readBatch(this.platform.sql, id);
    if (batch?.accountId !== account.id) throw notFound();
    return batch;
  }
}
