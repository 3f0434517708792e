import { Inject, Injectable } from '@nestjs/common';
import { SQL, type Sql } from '../database/sql.js';
import type { JourneyInScope, JourneyScope } from '../http/ports.js';

/** Where a journey lies and whose it is, read anew for every request: an assignment counts at once. */
@Injectable()
export class StoredJourneyScope implements JourneyScope {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async find(id: string): Promise<JourneyInScope | undefined> {
    const { rows } = await this.sql.query<JourneyInScope>({
      name: 'journey-in-scope',
      text: 'SELECT commune, coach_id AS "coachId" FROM rm.journey WHERE id = $1',
      values: [id],
    });
    return rows[0];
  }
}
