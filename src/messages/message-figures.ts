import { Inject, Injectable } from '@nestjs/common';
import { messageTab, type MessageFigures, type MessageTab } from '../../contract/pages/messages.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../domain/time.js';
import { Names } from '../directory/names.js';
import { queryOf } from '../figures/query-of.js';
import type { Account } from '../http/ports.js';
import { PLATFORM, type Platform } from '../platform.js';
import { askedForMessages, messageValues, type MessageFigureFilters } from './message-conditions.js';

/** So far back what is over is still looked at, and so far ahead what comes. */
const daysBack = 30;
const daysAhead = 7;

/** Which list a tab opens: what waits, what comes in a week, what the last month brought. */
function listOf(tab: MessageTab, today: Day): Record<string, string> {
  const to = { to: 'participant' };
  const recent = { ...to, from: addDays(today, -daysBack), order: 'latest' };
  switch (tab) {
    case 'today':
      return { ...to, from: today, until: today };
    case 'planned':
      return { ...to, state: 'planned', from: today, until: addDays(today, daysAhead) };
    case 'held':
      return { ...to, state: 'held' };
    case 'failed':
    case 'suppressed':
    case 'cancelled':
    case 'sent':
      return { ...recent, state: tab, until: today };
  }
}

/** How many messages there are, tab by tab. */
@Injectable()
export class MessageFiguresReader {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly names: Names,
  ) {}

  /** @throws Problem 503 as long as names are still read */
  async show(filters: MessageFigureFilters, account: Account): Promise<MessageFigures> {
    const today = berlinDay(await this.platform.clock.now());
    const asked = queryOf({ ...filters });
    const tabs = await Promise.all(
      messageTab.options.map(async (key) => {
        const query = { ...listOf(key, today), ...asked };
        const values = await messageValues(query, account, this.names);
        const { rows } = await this.platform.sql.query<{ count: number }>({
          text: `SELECT count(*)::int AS count FROM ${askedForMessages}`,
          values,
        });
        return { key, count: rows[0]?.count ?? 0, query };
      }),
    );
    return { tabs };
  }
}
