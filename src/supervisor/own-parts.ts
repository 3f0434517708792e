import { get } from 'node:http';
import { join } from 'node:path';
import { built } from '../embedded/built.js';
import { startNode } from '../embedded/start-node.js';
import { withoutAdmin } from './children-env.js';
import type { Part } from './keeper.js';

/** Filling a demonstration and folding many journeys again take their time. */
const readyWithinMs = 300_000;

/**
 * Young objects get 32 MB instead of 16: what a request leaves behind is then mostly dead before it is looked at. Of the
 * API's time under load 11 % went into collecting, 6 % with 64 MB, which took 100 MB more than this.
 */
const roomForRequests = ['--max-semi-space-size=32'];

/**
 * What is old is collected when it has grown by so many percent since the last time, not fourfold: with the names of a
 * hundred thousand the API uses 170 MB, and up to 690 were held. Less would collect too often: each time answers wait.
 */
const someGarbage = '--heap-growing-percent=60';

/** What Node is told of the API. */
export const apiOptions: readonly string[] = [...roomForRequests, someGarbage];

/** Two places to take memory from instead of eight for each core (glibc): what threads give back there is rarely taken again. */
const fewArenas = { MALLOC_ARENA_MAX: '2' };

/** The API; ready when it answers on its port. */
export function apiPart(dataDir: string, env: NodeJS.ProcessEnv, url: string): Part {
  const logFile = join(dataDir, 'logs', 'api.log');
  const isReady = () => answersOk(`${url}/health/live`);
  return {
    title: `API on ${url}`,
    logFile,
    start: (signal) =>
      startNode({
        script: built('../api/main.js'),
        env: { ...fewArenas, ...env },
        logFile,
        readyWithinMs,
        nodeOptions: apiOptions,
        isReady,
        signal,
      }),
  };
}

/**
 * Four threads of V8's that help to collect are of no use where both cores are busy: of a reminder's 29 ms they took 5,
 * and take 2 where each thread collects its own, which costs those less than that (docs/performance.md).
 */
const collectsAlone = '--single-threaded-gc';

/** The Temporal worker and the relay; ready when it says so. */
export function workerPart(dataDir: string, env: NodeJS.ProcessEnv): Part {
  const logFile = join(dataDir, 'logs', 'worker.log');
  return {
    title: 'Worker',
    logFile,
    start: (signal) =>
      startNode({
        script: built('worker.js'),
        env: { ...fewArenas, ...withoutAdmin(env) },
        logFile,
        readyWithinMs,
        nodeOptions: [collectsAlone],
        signal,
      }),
  };
}

function answersOk(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: 1000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
