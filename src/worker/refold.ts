import { setTimeout as wait } from 'node:timers/promises';
import { foldVersion } from '../../domain/journey/state.js';
import type { Sql } from '../database/sql.js';
import { StreamHealer } from '../read-models/rebuild/heal-streams.js';
import type { Head, Why } from '../read-models/rebuild/healing.js';
import { journeyHealing } from '../read-models/rebuild/journeys.js';
import { journeyModels } from '../read-models/rebuild/names.js';
import type { RebuildParts } from '../read-models/rebuild/rebuild.js';

/** Few at a time, with a breath between: people's commands wait for none of it. */
const batchSize = 20;
const pauseMs = 100;
const beforeEveryId = '00000000-0000-0000-0000-000000000000';

/**
 * Folds journeys again whose rows an older fold has written, all of their read models: commands do so by themselves,
 * this is for the others. Any number of workers may do it; a row is written under its stream's lock, and never over a
 * newer fold.
 */
export class Refolding {
  private after = beforeEveryId;
  private hasHealed = false;

  /** @param tell told of each journey that can't be folded; it is as it was, and looked at again in the next round */
  constructor(
    private readonly parts: RebuildParts,
    private readonly tell: (journey: string, why: Why) => void,
  ) {}

  /** Folds the next few. @returns how many were looked at; 0 at the end of a round that could do nothing more */
  async step(): Promise<number> {
    const healing = journeyHealing(this.parts, journeyModels, await this.parts.generation());
    const healer = new StreamHealer(this.parts.sql, healing);
    const page = await healer.read((sql) => outdatedAfter(sql, this.after));
    const looked = page.heads.length;
    if (looked === 0) return this.endRound();
    await healer.heal(page);
    const { failed } = healer.healed;
    for (const [id, why] of failed) this.tell(id, why);
    this.hasHealed ||= failed.size < looked;
    this.after = page.heads.at(-1)?.id ?? beforeEveryId;
    await wait(pauseMs);
    return looked;
  }

  private endRound(): number {
    const again = this.hasHealed ? 1 : 0;
    this.after = beforeEveryId;
    this.hasHealed = false;
    return again;
  }
}

async function outdatedAfter(sql: Sql, after: string): Promise<Head[]> {
  const { rows } = await sql.query<Head>({
    name: 'refold-heads',
    text: `SELECT j.id, s.version FROM rm.journey j JOIN es.stream s ON s.stream_id = j.id
            WHERE j.fold_version < $1 AND j.id > $2 ORDER BY j.id LIMIT $3`,
    values: [foldVersion, after, batchSize],
  });
  return rows;
}
