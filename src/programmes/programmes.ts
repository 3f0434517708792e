import { calendar } from '../../domain/deadlines/dates.js';
import { plannerVersion } from '../../domain/deadlines/plan.js';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import type { Instant } from '../../domain/time.js';
import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { namedId } from '../named-id.js';
import type { LoadedProgramme } from './read-programme.js';

/** Every name-based id of Lotse's lies in this namespace. */
export const idNamespace = '6f1c3b52-6c2b-4f0e-9c55-3f2b7b8f9a10';

/** The programmes of this installation, and what planning needs to know of them. */
export class Programmes {
  private constructor(
    private readonly loaded: readonly LoadedProgramme[],
    private readonly knownAt: ReadonlyMap<string, Instant>,
    private readonly secrets: MasterSecrets,
    private readonly quietHours: boolean,
  ) {}

  /**
   * Notes which rule versions are new to this installation as known from `now` on, and keeps when the others became so.
   * A demonstration that begins has known its rules since `always`: its past was lived with them.
   */
  static async introduce(
    sql: Sql,
    loaded: readonly LoadedProgramme[],
    settings: { secrets: MasterSecrets; quietHours: boolean; now: Instant; always?: Instant | undefined },
  ): Promise<Programmes> {
    const rules = loaded.flatMap(({ programme }) =>
      programme.deadlines.map(({ key: rule, version }) => ({ programme: programme.key, rule, version })),
    );
    await sql.query(
      `INSERT INTO rm.rule_known (programme, rule, version, known_at)
       SELECT programme, rule, version,
              CASE WHEN EXISTS (SELECT FROM rm.rule_known) THEN $2 ELSE coalesce($3, $2) END::timestamptz
         FROM jsonb_to_recordset($1) AS r(programme text, rule text, version int)
        ORDER BY programme, rule, version -- in one order: processes that start at once must not wait for each other
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(rules), settings.now, settings.always ?? null],
    );
    const { rows } = await sql.query<{ programme: string; rule: string; version: number; knownAt: Instant }>(
      `SELECT programme, rule, version, known_at AS "knownAt" FROM rm.rule_known`,
    );
    const knownAt = new Map(rows.map((row) => [`${row.programme}|${row.rule}|${row.version}`, row.knownAt]));
    return new Programmes(loaded, knownAt, settings.secrets, settings.quietHours);
  }

  /** The programme that new journeys enter. */
  get current(): Programme {
    return this.find(this.loaded.at(-1)).programme;
  }

  /** Every programme of this installation. */
  get all(): readonly Programme[] {
    return this.loaded.map(({ programme }) => programme);
  }

  /** The programme of a journey. Throws where its definition is not installed here. */
  of(key: string): Programme {
    return this.find(this.loaded.find(({ programme }) => programme.key === key)).programme;
  }

  /** What planning a journey of this programme needs; with quiet hours where they are asked for, else as they are set. */
  planning(key: string, quietHours = this.quietHours): PlanContext {
    const { programme, fingerprint } = this.find(this.loaded.find((each) => each.programme.key === key));
    return {
      programme,
      calendar: nrw,
      quietHours,
      stamp: `${plannerVersion}/${fingerprint}/${quietHours ? 'quiet' : 'loud'}`,
      ruleKnownAt: ({ key: rule, version }) => this.knownAt.get(`${key}|${rule}|${version}`) ?? '',
      idOf: (name) => namedId(name, idNamespace),
      keyOf: (name) => this.secrets.hmac('message', name).toString('base64url').slice(0, 32),
    };
  }

  private find(loaded: LoadedProgramme | undefined): LoadedProgramme {
    if (!loaded) throw new Error('The programme of this journey is not installed here');
    return loaded;
  }
}
export const PROGRAMMES = Symbol('Programmes');

const nrw = calendar('NRW');
