import { parentPort, workerData } from 'node:worker_threads';
import { openEntries, type SealedRow } from './open-entries.js';

// A thread that opens rows: a hundred thousand take seconds of a core, and the API answers meanwhile.

const wrapping = Buffer.from((workerData as { wrapping: Uint8Array }).wrapping);

parentPort?.on('message', (rows: SealedRow[]) => parentPort?.postMessage(openEntries(rows, wrapping)));
