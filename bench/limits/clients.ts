import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Place } from './pgbench.js';
import type { SentMilestone } from './recorded.js';
import type { Part } from './script.js';

/** What the process of the clients is told. */
export interface ClientsPlay extends Place {
  part: Part;
  hands: SentMilestone[][];
}

const program = fileURLToPath(
  new URL(
    import.meta.url.includes('/dist/') ? 'clients-main.js' : '../../dist/bench/limits/clients-main.js',
    import.meta.url,
  ),
);

/**
 * The stand-in for pgbench: plain clients of `pg` in a process of its own.
 * @returns the seconds that all of it took
 */
export async function playByClients(play: ClientsPlay): Promise<number> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(play));
  let told = '';
  child.stdout.on('data', (text) => (told += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`The clients ended with ${code}`);
  return Number(told);
}
