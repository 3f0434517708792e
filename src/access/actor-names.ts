import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/journey/events.js';
import { SQL, type Sql } from '../database/sql.js';

/** So long a name is known without asking again: people rarely get another one. */
const keptMs = 60_000;

/** The names of persons by their account's id; of the engine and of a demonstration's past there are none. */
export type NamesOfActors = ReadonlyMap<string, string>;
export const nobodysName: NamesOfActors = new Map();

/** Who did something, by name: each is asked for once in a while, and all that are missing at once. */
@Injectable()
export class ActorNames {
  private readonly known = new Map<string, { name: string; until: number }>();

  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** Also of those whose account was disabled since: what they did stays theirs. */
  async of(actors: readonly Actor[]): Promise<NamesOfActors> {
    const ids = new Set(actors.filter(({ kind }) => kind === 'person').map(({ id }) => id));
    const now = performance.now();
    const missing = [...ids].filter((id) => (this.known.get(id)?.until ?? 0) <= now);
    if (missing.length > 0) {
      const { rows } = await this.sql.query<{ id: string; name: string }>({
        name: 'names-of-accounts',
        text: 'SELECT id, name FROM access.account WHERE id = ANY($1::uuid[])',
        values: [missing],
      });
      for (const { id, name } of rows) this.known.set(id, { name, until: now + keptMs });
    }
    return new Map([...ids].flatMap((id) => this.entryOf(id)));
  }

  private entryOf(id: string): [string, string][] {
    const known = this.known.get(id);
    return known ? [[id, known.name]] : [];
  }
}

/** An actor as people read of her. */
export function actorView({ kind, id, role }: Actor, names: NamesOfActors) {
  const name = names.get(id);
  return { kind, id, ...(role !== undefined && { role }), ...(name !== undefined && { name }) };
}
