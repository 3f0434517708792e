import { Controller, Inject } from '@nestjs/common';
import type { InputOf } from '../../../contract/routes/route.js';
import { userRoutes as routes, type AccessToken } from '../../../contract/routes/users.js';
import { SQL, type Sql } from '../../database/sql.js';
import { CurrentAccount, Input } from '../../http/input.js';
import type { Account } from '../../http/ports.js';
import { Route } from '../../http/route.js';
import { pageOf } from '../../journeys/paging.js';
import { createToken } from '../create-token.js';

/** Tokens, for administrators. */
@Controller()
export class TokensController {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  @Route(routes.listTokens)
  async list(@Input() { query }: InputOf<typeof routes.listTokens>) {
    const { rows } = await this.sql.query<AccessToken>(
      `SELECT t.id, json_build_object('email', a.email, 'name', a.name, 'role', a.role) AS "user", t.label,
              t.created_at AS "createdAt", t.expires_at AS "expiresAt", t.last_used_at AS "lastUsedAt"
         FROM access.token t JOIN access.account a ON a.id = t.account_id
        WHERE t.expires_at > now() AND a.disabled_at IS NULL
        ORDER BY t.id`,
    );
    return pageOf(rows, ({ id }) => id, query);
  }

  @Route(routes.createToken)
  create(@Input() { body }: InputOf<typeof routes.createToken>, @CurrentAccount() { email }: Account) {
    return createToken(this.sql, email, body);
  }

  @Route(routes.revokeToken)
  async revoke(@Input() { params: { id = '' } }: InputOf<typeof routes.revokeToken>) {
    await this.sql.query('DELETE FROM access.token WHERE id = $1', [id]);
  }
}
