import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import type { NewView, View } from '../../contract/pages/views.js';
import type { InputOf } from '../../contract/routes/route.js';
import { viewRoutes as routes } from '../../contract/routes/views.js';
import { SQL, type Sql } from '../database/sql.js';
import { Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { forbidden, invalidInput, notFound, ruleRefuses } from '../http/problems.js';
import { Route } from '../http/route.js';
import { CurrentReader } from '../journeys/current-reader.js';
import { given } from '../journeys/given.js';
import { JourneyCounts } from '../journeys/journey-counts.js';
import type { Reader } from '../journeys/journey-reader.js';
import { pageOf } from '../journeys/paging.js';
import { namedId } from '../named-id.js';
import { givenViews } from './given-views.js';
import { deleteView, mostViews, readViews, writeView, type KeptView } from './kept-views.js';

type Uncounted = Omit<View, 'count'>;

/** Views of the list of journeys. */
@Controller()
export class ViewsController {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    private readonly counts: JourneyCounts,
  ) {}

  @Route(routes.listViews)
  async list(@Input() { query }: InputOf<typeof routes.listViews>, @CurrentReader() reader: Reader) {
    const kept = await readViews(this.sql, reader.account);
    const all = [...givenTo(reader), ...kept.map((each) => seenBy(reader.account, each))];
    const places = new Map(all.map(({ id }, at) => [id, String(at).padStart(6, '0')]));
    const { items, nextCursor } = pageOf(all, ({ id }) => places.get(id) ?? '', query);
    return { items: await this.counted(items, reader.account), nextCursor };
  }

  @Route(routes.keepView)
  keep(
    @Input() { body, idempotencyKey: key }: InputOf<typeof routes.keepView>,
    @CurrentReader() { account }: Reader,
  ) {
    const id = key === undefined ? randomUUID() : namedId(`view|${key}`, account.id);
    return this.written(id, body, account);
  }

  @Route(routes.changeView)
  async change(
    @Input() { params: { id = '' }, body }: InputOf<typeof routes.changeView>,
    @CurrentReader() reader: Reader,
  ) {
    const { name, sharedWith, filters, columns, sort } = await this.ownView(id, reader);
    return this.written(id, { name, sharedWith, filters, columns, sort, ...given(body) }, reader.account);
  }

  @Route(routes.forgetView)
  async forget(
    @Input() { params: { id = '' } }: InputOf<typeof routes.forgetView>,
    @CurrentReader() reader: Reader,
  ) {
    await this.ownView(id, reader);
    await deleteView(this.sql, id, reader.account.id);
  }

  /** @throws Problem 404 where she sees no such view, 403 where it is another's or comes with Lotse */
  private async ownView(id: string, reader: Reader): Promise<KeptView> {
    const [kept] = await readViews(this.sql, reader.account, id);
    if (!kept && !givenTo(reader).some((view) => view.id === id)) throw notFound();
    if (kept?.accountId !== reader.account.id) throw forbidden('Only whoever keeps a view may change it.');
    return kept;
  }

  private async written(id: string, body: NewView, account: Account): Promise<View> {
    await this.refuseUnknownCoach(body);
    if (!(await writeView(this.sql, id, account.id, body))) {
      throw ruleRefuses('too-many-views', `There are ${mostViews} views already; forget one first`);
    }
    const [kept] = await readViews(this.sql, account, id);
    const [view] = await this.counted(kept ? [seenBy(account, kept)] : [], account);
    if (!view) throw notFound(); // forgotten between the two
    return view;
  }

  private async refuseUnknownCoach({ filters: { coach } }: NewView): Promise<void> {
    if (coach === undefined || !coach.includes('@')) return;
    const { rows } = await this.sql.query('SELECT FROM access.account WHERE email = $1', [coach]);
    if (rows.length > 0) return;
    const message = 'found an address that is no account’s, expected that of a coach, me or none';
    throw invalidInput([{ pointer: '/filters/coach', code: 'unknown-coach', message }]);
  }

  private async counted(views: readonly Uncounted[], account: Account): Promise<View[]> {
    const filters = views.map((view) => ({ open: 'true' as const, ...given(view.filters) }));
    const counts = await this.counts.of(filters, account);
    return views.map((view, at) => ({ ...view, count: counts[at] ?? 0 }));
  }
}

const givenTo = ({ account, language }: Reader): Uncounted[] =>
  givenViews
    .filter(({ roles }) => roles.includes(account.role))
    .map(({ id, name, filters, columns, sort }) => ({
      id,
      filters,
      columns,
      sort,
      name: name[language],
      sharedWith: 'all',
      owner: null,
    }));

function seenBy({ id }: Account, { accountId, ownerName, ...view }: KeptView): Uncounted {
  return { ...view, owner: { name: ownerName, isMe: accountId === id } };
}
