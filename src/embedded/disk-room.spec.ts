import { describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { diskRoom, diskTrouble } from './disk-room.js';

const failed = (code: string, message: string) => Object.assign(new Error(`${code}: ${message}`), { code });

describe('what failed because of the disk', () => {
  it('is said with the place, whether the disk is full, over its quota, or can only be read', () => {
    const places = ['/srv/lotse'];
    expect(diskTrouble(failed('ENOSPC', 'no space left on device, write'), places)).toBe(
      'The disk of /srv/lotse is full (ENOSPC: no space left on device, write)',
    );
    expect(diskTrouble(failed('EDQUOT', 'disk quota exceeded, write'), places)).toMatch(/ is full \(EDQUOT/);
    expect(diskTrouble(failed('EROFS', 'read-only file system, open'), places)).toMatch(
      /only be read \(EROFS/,
    );
  });

  it('is nothing else', () => {
    expect(diskTrouble(failed('EACCES', 'permission denied'), [tmpdir()])).toBeUndefined();
    expect(diskTrouble(new Error('no luck'), ['/no/such/directory'])).toBeUndefined();
    expect(diskRoom(tmpdir())?.free).toBeGreaterThan(0);
  });
});
