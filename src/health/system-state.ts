import type { SystemState } from '../../contract/pages/system.js';
import { diskRoom } from '../embedded/disk-room.js';
import type { Platform } from '../platform.js';
import { checkNames, type CheckName } from '../reconciliation/finding.js';
import { healedFindings, standingFindings } from '../reconciliation/findings-table.js';
import { lastRun } from '../reconciliation/run-table.js';
import { version } from '../version.js';

const mebibyte = 1024 * 1024;

interface Figures {
  postgres: string;
  worker: string | null;
  relay: string | null;
  people: number;
  bulk: number;
  oldestSeconds: number;
  overdue: number;
  failing: number;
}

/** Small indexes hold all of it. $1 Lotse's now. */
const figures = `
  SELECT current_setting('server_version') AS postgres,
         (SELECT at FROM rm.heartbeat WHERE part = 'worker') AS worker,
         (SELECT at FROM rm.heartbeat WHERE part = 'relay') AS relay,
         w.people, w.bulk, w."oldestSeconds",
         (SELECT count(*) FROM rm.journey WHERE next_due < $1::timestamptz - interval '5 minutes')::int AS overdue,
         (SELECT count(*) FROM rm.flag WHERE rule = 'planning_failed')::int AS failing
    FROM (SELECT count(*) FILTER (WHERE NOT bulk)::int AS people, count(*) FILTER (WHERE bulk)::int AS bulk,
                 greatest(0, coalesce(extract(epoch FROM $1::timestamptz
                   - min(recorded_at) FILTER (WHERE NOT bulk)), 0))::int AS "oldestSeconds"
            FROM rm.journey WHERE armed_version < stream_version) w`;

/** What an administrator sees of the machine. Worker and relay are heard of by the database's own clock. */
export async function systemState({ sql, clock, config, programmes }: Platform): Promise<SystemState> {
  const [{ rows }, run, standing, healed] = await Promise.all([
    sql.query<Figures>(figures, [await clock.now()]),
    lastRun(sql),
    standingFindings(sql),
    healedFindings(sql),
  ]);
  const [row] = rows;
  if (!row) throw new Error('The database did not answer with a row');
  const { key, version: ofProgramme } = programmes.current;
  const countOf = (found: typeof standing, name: CheckName): number =>
    found.find(({ check }) => check === name)?.count ?? 0;
  return {
    versions: {
      lotse: version,
      node: process.version.replace(/^v/, ''),
      postgres: row.postgres,
      programme: { key, version: ofProgramme },
    },
    heard: { worker: row.worker, relay: row.relay },
    waiting: { people: row.people, bulk: row.bulk, oldestSeconds: row.oldestSeconds },
    overdue: row.overdue,
    failing: row.failing,
    disk: roomOn(config.dataDir),
    lastCheck:
      run.finishedAt === null
        ? null
        : {
            at: run.finishedAt,
            seconds: Math.round(run.seconds ?? 0),
            streams: run.streams ?? 0,
            events: run.events ?? 0,
            temporal: run.temporal ?? 'away',
          },
    checks: checkNames.map((check) => ({
      check,
      standing: countOf(standing, check),
      healed: countOf(healed, check),
    })),
  };
}

function roomOn(dataDir: string): SystemState['disk'] {
  const room = diskRoom(dataDir);
  return room ? { free: Math.floor(room.free / mebibyte), of: Math.floor(room.of / mebibyte) } : null;
}
