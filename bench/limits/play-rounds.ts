import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asAdmin, asked, startCluster, type Cluster } from './cluster.js';
import { playByClients } from './clients.js';
import { playAgain, playOnce, type Place } from './pgbench.js';
import { openJourneys, recordMilestones, type SentMilestone } from './recorded.js';
import { dealtTo, scriptOf, type Part } from './script.js';
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
    const play = player(cluster, hands, folder, course);
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
  const ids = await cluster.inLotse((platform) => openJourneys(platform, journeys));
  const url = cluster.urlOf('lotse');
  // as if the relay had told each workflow, and as an installation that was not made a minute ago
  await asAdmin(url, 'UPDATE rm.journey SET armed_version = stream_version', 'VACUUM ANALYZE');
  await cluster.copy('lotse', before);
  return cluster.inLotse((platform) => recordMilestones(platform, ids, milestones));
}

/** Everything is ready for a round. */
function player(cluster: Cluster, hands: SentMilestone[][], folder: string, { pgbench, seconds }: Course) {
  const place = { url: cluster.urlOf(played), role };
  const play = pgbench === undefined ? byClients(place, hands) : byPgbench(pgbench, place, hands, folder);
  const milestones = hands.flat().length;
  const stored = (): Promise<number> => asked(place.url, 'SELECT count(*) FROM es.event');
  const onePart = async (part: Part): Promise<Played> => {
    await cluster.copy(before, played);
    await asAdmin(place.url, 'CHECKPOINT');
    const earlier = await stored();
    const cpu = serverCpuSeconds(cluster.pid);
    const took = await play(part);
    const cpuMs = ((serverCpuSeconds(cluster.pid) - cpu) * 1000) / milestones;
    assertAllThere(hands, (await stored()) - earlier);
    return { perSecond: milestones / took, cpuMs };
  };
  return async (): Promise<PlayedRound> => ({
    statement: await onePart('statement'),
    milestone: await onePart('milestone'),
    ...(pgbench !== undefined && { commits: await bareCommits(pgbench, place, folder, seconds) }),
  });
}

/** Plays a part, and gives the seconds that it took. */
type Play = (part: Part) => Promise<number>;

const byClients =
  (place: Place, hands: SentMilestone[][]): Play =>
  (part) =>
    playByClients({ ...place, part, hands });

function byPgbench(program: string, place: Place, hands: SentMilestone[][], folder: string): Play {
  const written = (part: Part): string[] =>
    hands.map((hand, client) => {
      const file = join(folder, `${part}-${client}.sql`);
      writeFileSync(file, scriptOf(hand, part));
      return file;
    });
  const scripts = { statement: written('statement'), milestone: written('milestone') };
  return (part) => playOnce(program, place, scripts[part]);
}

/** Commits of one short row a second: what a connection, a commit and the disk allow. */
async function bareCommits(program: string, place: Place, folder: string, seconds: number): Promise<number> {
  const table = 'CREATE TABLE bare (id bigserial, at timestamptz DEFAULT now())';
  await asAdmin(place.url, table, `GRANT ALL ON bare, bare_id_seq TO ${role}`);
  const script = join(folder, 'bare.sql');
  writeFileSync(script, 'INSERT INTO bare DEFAULT VALUES;\n');
  return playAgain(program, place, { script, clients, seconds });
}

/** A conflict is no error to whoever plays: whether each milestone was appended stands in the log. */
function assertAllThere(hands: readonly SentMilestone[][], stored: number): void {
  const eventsOf = ({ commit }: SentMilestone): number =>
    (JSON.parse(String(commit.values[5])) as object[]).length;
  const sent = hands.flat().reduce((sum, milestone) => sum + eventsOf(milestone), 0);
  if (stored !== sent) throw new Error(`Of ${sent} events that were played ${stored} are stored`);
}
