import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { built } from '../built.js';
import type { Download } from './tools.js';
import { putInPlace } from './put-in-place.js';

/** Lets the SDK download the tool, in a process of its own: the SDK can't without starting the server as well. */
export const downloadBySdk: Download = async (tool, cacheDir, signal) => {
  const script = fileURLToPath(built('embedded/temporal/sdk-download-process.js'));
  try {
    const path = await putInPlace(join(cacheDir, tool.cached), async (dir) => {
      await promisify(execFile)(process.execPath, [script, tool.sdkType, dir], {
        timeout: 120_000,
        ...(signal && { signal }),
      });
      const name = readdirSync(dir).find((file) => file.startsWith(tool.name));
      if (!name) throw new Error('nothing was downloaded');
      return join(dir, name);
    });
    return { path };
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    // The SDK says the address three times over; the cause comes last.
    const cause = (stderr?.trim() || message).split('): ').at(-1);
    return { problem: `the SDK: ${cause}` };
  }
};
