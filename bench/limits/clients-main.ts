import { json } from 'node:stream/consumers';
import pg from 'pg';
import type { ClientsPlay } from './clients.js';
import type { SentMilestone } from './recorded.js';

// Plays milestones that were recorded, one client for each hand, and tells how many seconds it took.

const { url, role, part, hands } = (await json(process.stdin)) as ClientsPlay;
const clients = hands.map(
  () => new pg.Client({ connectionString: url, options: `-c role=${role} -c timezone=UTC` }),
);
await Promise.all(clients.map((client) => client.connect()));
const began = performance.now();
await Promise.all(clients.map((client, index) => play(client, hands[index] ?? [])));
const seconds = (performance.now() - began) / 1000;
await Promise.all(clients.map((client) => client.end()));
process.stdout.write(String(seconds));

async function play(client: pg.Client, milestones: readonly SentMilestone[]): Promise<void> {
  for (const { load, commit } of milestones) {
    if (part === 'milestone') await client.query(load);
    // the store lets an instant of recording pass only when it is now
    await client.query({ ...commit, values: commit.values.with(4, new Date().toISOString()) });
  }
}
