import { parentPort, workerData } from 'node:worker_threads';

// Turns a small object into JSON and back, again and again, until so many milliseconds are over; tells how often.

let count = 0;
for (const began = performance.now(); performance.now() - began < workerData; count += 1) {
  JSON.parse(JSON.stringify({ id: count, name: 'x'.repeat(20), days: [count, count + 1] }));
}
parentPort?.postMessage(count);
