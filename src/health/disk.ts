import { join } from 'node:path';
import type { Notice } from '../../contract/routes/health.js';
import type { Config } from '../config/config.js';
import { wasFullLately } from '../database/database-full.js';
import { diskRoom } from '../embedded/disk-room.js';

const mebibyte = 1024 * 1024;
/** Less than one file of PostgreSQL's log of changes. */
const fullBelow = 20 * mebibyte;
const lowBelow = 500 * mebibyte;
const lowShare = 0.05;

/**
 * Whether the disk is full or nearly so: that of the data directory and of the embedded database, where this process
 * has them, and that of any database which refused to write lately. `count` is what is left, in MB.
 */
export function diskNotice({ dataDir }: Pick<Config, 'dataDir'>): Notice | undefined {
  const rooms = [dataDir, join(dataDir, 'postgres')].map(diskRoom).filter((room) => room !== undefined);
  const least = rooms.sort((a, b) => a.free - b.free)[0];
  const count = least && Math.floor(least.free / mebibyte);
  const notice = (code: 'disk_full' | 'disk_low'): Notice => ({
    code,
    ...(count !== undefined && { count }),
  });
  if (wasFullLately() || (least && least.free < fullBelow)) return notice('disk_full');
  return least && least.free < Math.min(lowBelow, least.of * lowShare) ? notice('disk_low') : undefined;
}
