import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of a few megabytes, which a test can fill. */
export interface SmallDisk {
  dir: string;
  /** Leaves so many kilobytes free at most. */
  fill(leaveKb?: number): void;
  /** Makes room again. */
  makeRoom(): void;
  remove(): void;
}

const commands = (...command: string[]) => [command, ['sudo', '-n', ...command]];

function run(command: string[][]): boolean {
  return command.some(([program = '', ...args]) => spawnSync(program, args).status === 0);
}

/** Mounts one of so many megabytes; undefined where this is not permitted. */
export function smallDisk(mb: number): SmallDisk | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'lotse-disk-'));
  const options = `size=${mb}m,mode=0755,uid=${process.getuid?.()},gid=${process.getgid?.()}`;
  if (!run(commands('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', dir))) {
    rmdirSync(dir);
    return undefined;
  }
  const ballast = join(dir, 'ballast');
  const freeBytes = (): number => {
    const { bavail, bsize } = statfsSync(dir);
    return bavail * bsize;
  };
  return {
    dir,
    fill(leaveKb = 0) {
      for (let n = 0; freeBytes() > leaveKb * 1024; n += 1)
        writeFileSync(`${ballast}-${n}`, Buffer.alloc(Math.min(freeBytes() - leaveKb * 1024, 1 << 22)));
    },
    makeRoom() {
      for (let n = 0; n < 4096; n += 1) rmSync(`${ballast}-${n}`, { force: true });
    },
    remove() {
      run(commands('umount', '-l', dir));
      rmdirSync(dir);
    },
  };
}
