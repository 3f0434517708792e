import { parentPort, workerData } from 'node:worker_threads';
import { createPool } from '../database/pool.js';
import { rememberedForms } from './entry.js';
import { openEntries, openLanguages, type ClassOfNames, type SealedRow } from './open-entries.js';
import type { ReadingThreadData } from './reading-thread.js';
import { rowsBetween } from './sealed-rows.js';

// A thread that reads and opens the rows in a range of ids: a hundred thousand take seconds of a core, and the API
// answers meanwhile.

/** Some 5 ms of taking in on the thread that answers requests. */
const pageSize = 1000;

const { databaseUrl, range, what, ...keys } = workerData as ReadingThreadData;
const wrapping = Buffer.from(keys.wrapping); // bytes arrive as a plain array
const forms = rememberedForms();
const opened: Record<typeof what, (page: readonly SealedRow[]) => object[]> = {
  names: (page) => openEntries(page, wrapping, forms),
  languages: (page) => openLanguages(page, wrapping),
};
const sealedAs: Record<typeof what, ClassOfNames> = { names: 'case', languages: 'contact' };

const sql = createPool(databaseUrl, 'app', 1);
const next = (after: string) => rowsBetween(sql, sealedAs[what], { after, until: range.until }, pageSize);
for (let page = await next(range.after); page.length > 0;) {
  const reading = next(page.at(-1)?.id ?? range.until);
  // as a text: taking an object over from another thread costs twice what reading it costs
  parentPort?.postMessage(JSON.stringify(opened[what](page)));
  page = await reading;
}
await sql.end();
