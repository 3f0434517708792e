import { Controller, Inject } from '@nestjs/common';
import type { Colleague } from '../../contract/pages/settings.js';
import { accessRoutes } from '../../contract/routes/access.js';
import type { InputOf } from '../../contract/routes/route.js';
import { SQL, type Sql } from '../database/sql.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { Route } from '../http/route.js';
import { pageOf } from '../journeys/paging.js';

@Controller()
export class ColleaguesController {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  @Route(accessRoutes.listColleagues)
  async list(
    @Input() { query }: InputOf<typeof accessRoutes.listColleagues>,
    @CurrentAccount() { role, communes }: Account,
  ) {
    const { rows } = await this.sql.query<Colleague>({
      name: 'colleagues',
      // no communes: the whole region, and so these as well
      text: `SELECT email, name, role, communes FROM access.account
              WHERE disabled_at IS NULL AND role = ANY($1)
                AND ($2::text[] IS NULL OR communes IS NULL OR communes && $2)
              ORDER BY email COLLATE "C"`,
      values: [role === 'coach' ? ['coach', 'coordinator'] : ['coach', 'coordinator', 'admin'], communes],
    });
    return pageOf(rows, ({ email }) => email, query);
  }
}
