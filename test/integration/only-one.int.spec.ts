import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { createPool } from '../../src/database/pool.js';
import { OnlyOne } from '../../src/worker/only-one.js';
import { asAdmin, testDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const lock = 4711;
let database: TestDatabase;
let pools: [pg.Pool, pg.Pool];
beforeEach(async () => {
  database = await testDatabase();
  pools = [createPool(database.url, 'app', 2), createPool(database.url, 'app', 2)];
});
afterEach(async () => {
  for (const pool of pools) await pool.end();
  await database.drop();
});

describe('of two workers', () => {
  it('one does the work, and the other when that one has ended', async () => {
    const [one, other] = pools.map((pool) => new OnlyOne(pool, lock)) as [OnlyOne, OnlyOne];
    expect([await one.isMe(), await other.isMe(), await one.isMe()]).toEqual([true, false, true]);
    one.resign();
    await eventually(async () => expect(await other.isMe()).toBe(true));
    expect(await one.isMe()).toBe(false);
    other.resign();
  });

  it('one has lost it with its connection, and can come to it again', async () => {
    const [one, other] = pools.map((pool) => new OnlyOne(pool, lock)) as [OnlyOne, OnlyOne];
    expect(await one.isMe()).toBe(true);
    await asAdmin(
      database.adminUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${lock}`,
    );
    await eventually(async () => expect(await other.isMe()).toBe(true));
    expect(await one.isMe()).toBe(false);
    other.resign();
    await eventually(async () => expect(await one.isMe()).toBe(true));
    one.resign();
  });
});
