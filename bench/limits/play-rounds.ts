import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asAdmin, asked, startCluster, type Cluster } from './cluster.js';
import { playByClients } from './clients.js';
import { playPgbench } from './pgbench.js';
import { openJourneys, recordMilestones, type SentMilestone } from './recorded.js';
import { dealtTo, writeScript, type Part } from './script.js';
import { serverCpuSeconds } from './server-cpu.js';

const clients = 16;
/** As it was before the first milestone: each round is played on a copy. */
const before = 'lotse_before';
const played = 'lotse_played';
const role = 'lotse_app';

/** How much is played. */
export interface Course {
  journeys: number;
  milestones: number;
  rounds: number;
  /** Of bare commits. */
  seconds: number;
  /** The program; without it plain clients play. */
  pgbench: string | undefined;
}

/** One part of a round. */
export interface Played {
  perSecond: number;
  /** Of PostgreSQL, for one. */
  cpuMs: number;
}

export interface PlayedRound extends Record<Part, Played> {
  /** Commits of one short row a second; pgbench alone tells. */
  commits?: number;
}

/** Records milestones once, and plays what was sent round by round. */
export async function statementRounds(course: Course, tell: (line: string) => void): Promise<PlayedRound[]> {
  const cluster = await startCluster();
  const folder = mkdtempSync(join(tmpdir(), 'lotse-bench-'));
  try {
    const hands = dealtTo(clients, await prepare(cluster, course));
    tell(`${hands.flat().length} milestones are recorded`);
    const play = await player(cluster, hands, folder, course);
    const rounds: PlayedRound[] = [];
    for (let number = 0; number < course.rounds; number += 1) rounds.push(await play());
    return rounds;
  } finally {
    await cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens journeys, keeps the database as it is then, and records milestones. */
async function prepare(cluster: Cluster, { journeys, milestones }: Course): Promise<SentMilestone[][]> {
  const opening = await cluster.open();
  const ids = await openJourneys(opening, journeys).finally(() => opening.close());
  const url = cluster.urlOf('lotse');
  // as if the relay had told each workflow, and as an installation that was not made a minute ago
  await asAdmin(url, 'UPDATE rm.journey SET armed_version = stream_version', 'VACUUM ANALYZE');
  await cluster.copy('lotse', before);
  const recording = await cluster.open();
  return recordMilestones(recording, ids, milestones).finally(() => recording.close());
}

/** Everything is ready for a round. */
async function player(
  cluster: Cluster,
  hands: SentMilestone[][],
  folder: string,
  { pgbench, seconds }: Course,
) {
  const url = cluster.urlOf(played);
  const scripts = { statement: join(folder, 'statement.sql'), milestone: join(folder, 'milestone.sql') };
  const commit = join(folder, 'commit.sql');
  if (pgbench !== undefined) {
    for (const part of ['statement', 'milestone'] as const) await writeScript(scripts[part], hands, part);
    writeFileSync(commit, 'INSERT INTO bare DEFAULT VALUES;\n');
  }
  const onePart = async (part: Part): Promise<Played> => {
    await cluster.copy(before, played);
    await asAdmin(url, 'CHECKPOINT');
    const stored = (): Promise<number> => asked(url, 'SELECT count(*) FROM es.event');
    const earlier = await stored();
    const cpu = serverCpuSeconds(cluster.pid);
    const perSecond =
      pgbench === undefined
        ? await playByClients({ url, role, part, hands })
        : await asPgbench(pgbench, url, hands, scripts[part]);
    const cpuMs = ((serverCpuSeconds(cluster.pid) - cpu) * 1000) / hands.flat().length;
    assertAllThere(hands, (await stored()) - earlier);
    return { perSecond, cpuMs };
  };
  const commits = async (program: string): Promise<number> => {
    await asAdmin(
      url,
      'CREATE TABLE bare (id bigserial, at timestamptz DEFAULT now())',
      `GRANT ALL ON bare, bare_id_seq TO ${role}`,
    );
    return playPgbench(program, { url, role, clients, script: commit, lasts: seconds });
  };
  return async (): Promise<PlayedRound> => ({
    statement: await onePart('statement'),
    milestone: await onePart('milestone'),
    ...(pgbench !== undefined && { commits: await commits(pgbench) }),
  });
}

/** All clients together play the script once: what is counted is the milestones in it. */
async function asPgbench(
  program: string,
  url: string,
  hands: SentMilestone[][],
  script: string,
): Promise<number> {
  const rate = await playPgbench(program, { url, role, clients, script, lasts: 'once' });
  return (rate * hands.flat().length) / clients;
}

/** A conflict is no error to whoever plays: whether each milestone was appended stands in the log. */
function assertAllThere(hands: readonly SentMilestone[][], stored: number): void {
  const eventsOf = ({ commit }: SentMilestone): number =>
    (JSON.parse(String(commit.values[5])) as object[]).length;
  const sent = hands.flat().reduce((sum, milestone) => sum + eventsOf(milestone), 0);
  if (stored !== sent) throw new Error(`Of ${sent} events that were played ${stored} are stored`);
}
