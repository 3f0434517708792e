import pg from 'pg';
import type { Journey } from '../../contract/journeys/journey.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { cpuBetween, cpuSeconds, type CpuSeconds } from './cpu.js';
import { Caller, type Answer } from './http.js';
import type { MeasuredLotse } from './lotse.js';
import { importPeople, inventedRegister } from './people.js';
import { untilIdle } from './relay.js';
import { roundOf } from './rounds.js';
import { Standings } from './standings.js';
import { atSteadyRate, type Answered } from './steady-rate.js';

/** How much is measured. */
export interface Load {
  journeys: number;
  /** The pace of an ordinary day at its busiest, at which workflows follow at once. */
  calm: { rate: number; seconds: number };
  /** The pace that has to be answered all the same. */
  burst: { rate: number; seconds: number };
}

/** What became of a stage's calls. */
export interface Stage {
  calls: number;
  /** Those that were not answered with 201, and how the first of them was. */
  refused: number;
  firstRefusal?: Answer;
  /** Answers with 201 that do not hold the new agenda. */
  stale: number;
  /** Milliseconds of each call, from the instant at which it was to be made. */
  ms: number[];
}

export interface Measured {
  calm: Stage;
  /** Milliseconds from an answer until the workflow's standing shows it, of a sample. */
  followMs: number[];
  burst: Stage;
  /** CPU seconds during the burst, until every workflow was told of it. */
  cpu: CpuSeconds;
  /** Seconds after the burst until every workflow was told. */
  idleAfter: number;
}

/** Of so many calls one is followed to its workflow. */
const sampleOf = 10;

/** Measures a Lotse that was just started: a register is imported, then milestones come in, calmly and in a burst. */
export async function measure(lotse: MeasuredLotse, size: Load): Promise<Measured> {
  const { run, token } = lotse;
  const caller = new Caller(run.url, token);
  const db = new pg.Pool({ connectionString: run.databaseAdminUrl, max: 4 });
  const standings = await Standings.of(run, db);
  try {
    const today = berlinDay(new Date().toISOString());
    const ids = await importPeople(caller, inventedRegister(size.journeys, today));
    await untilIdle(db);
    await standings.untilAtEase(ids);

    const follows: Promise<number>[] = [];
    const answered = new Map<string | undefined, Promise<Answer>>();
    const call = (index: number): Promise<Answer> => {
      const id = ids[index % ids.length];
      const { body } = roundOf(Math.floor(index / ids.length), today);
      // The rounds of one journey come one after the other: two at once could overtake each other on their way, and
      // the answer to the earlier would rightly show the later review.
      const answer = (answered.get(id) ?? Promise.resolve()).then(() =>
        caller.call('POST', `/journeys/${id}/milestones`, body),
      );
      answered.set(id, answer);
      return answer;
    };
    const isFollowed = (index: number): boolean => index % sampleOf === sampleOf - 1;
    const calm = await atSteadyRate(size.calm.rate, size.calm.seconds, async (index) => {
      const answer = await call(index);
      if (answer.status === 201 && isFollowed(index)) {
        const { id, phase } = JSON.parse(answer.body) as Journey;
        follows.push(standings.followMs(id, phase));
      }
      return answer;
    });
    const followMs = await Promise.all(follows);
    await untilIdle(db);

    const before = cpuSeconds(run.pid);
    const burst = await atSteadyRate(size.burst.rate, size.burst.seconds, (index) =>
      call(calm.length + index),
    );
    const idleAfter = await untilIdle(db);
    const cpu = cpuBetween(before, cpuSeconds(run.pid)); // telling the workflows belongs to it
    const shown = (answer: Answer, index: number): boolean =>
      roundOf(Math.floor(index / ids.length), today).isShownIn(JSON.parse(answer.body) as Journey);
    return {
      calm: stageOf(calm, shown),
      followMs,
      burst: stageOf(burst, (answer, index) => shown(answer, calm.length + index)),
      cpu,
      idleAfter,
    };
  } finally {
    caller.close();
    await standings.close();
    await db.end();
  }
}

function stageOf(
  answered: readonly Answered<Answer>[],
  isShown: (answer: Answer, index: number) => boolean,
): Stage {
  const refused = answered.filter(({ answer }) => answer.status !== 201);
  const stale = answered.filter(({ answer }, index) => answer.status === 201 && !isShown(answer, index));
  return {
    calls: answered.length,
    refused: refused.length,
    ...(refused[0] && { firstRefusal: refused[0].answer }),
    stale: stale.length,
    ms: answered.map(({ ms }) => ms),
  };
}
