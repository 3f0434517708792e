import { Inject, Injectable } from '@nestjs/common';
import { SQL, type Sql } from '../database/sql.js';
import type { FoundJourney, JourneyScope } from '../http/ports.js';
import { itemKinds, journeyOfItem } from './item-scope.js';

/** Where a journey lies and whose it is, read anew for every request: an assignment counts at once. */
@Injectable()
export class StoredJourneyScope implements JourneyScope {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async find(id: string, kind: string): Promise<FoundJourney | undefined> {
    const item = itemKinds.find((known) => known === kind);
    const journey = item ? await journeyOfItem(this.sql, item, id) : id;
    if (journey === undefined) return undefined;
    const { rows } = await this.sql.query<FoundJourney>({
      name: 'journey-in-scope',
      text: 'SELECT commune, coach_id AS "coachId", programme FROM rm.journey WHERE id = $1',
      values: [journey],
    });
    return rows[0];
  }
}
