import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailFolder } from './mail-folder.js';

let dir: string;
let folder: MailFolder;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lotse-mails-'));
  folder = new MailFolder(dir);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function put(name: string, second = 0, text = 'Subject: hello'): void {
  writeFileSync(join(dir, name), text);
  utimesSync(join(dir, name), second, second);
}

const ids = async (): Promise<string[]> => (await folder.newestFirst()).map(({ id }) => id);

describe('the folder of caught mails', () => {
  it('lists the newest first, and of the same instant by id', async () => {
    put('b@localhost.1.eml', 10);
    put('a@localhost.1.eml', 10);
    put('c@localhost.1.eml', 20);
    expect(await ids()).toEqual(['c@localhost.1', 'a@localhost.1', 'b@localhost.1']);
    expect(await folder.newestFirst()).toContainEqual({ id: 'c@localhost.1', caughtAt: 20_000, size: 14 });
  });

  it('sees what comes, and no longer what was removed', async () => {
    put('a@localhost.1.eml', 10);
    expect(await ids()).toEqual(['a@localhost.1']);
    put('b@localhost.1.eml', 20);
    rmSync(join(dir, 'a@localhost.1.eml'));
    expect(await ids()).toEqual(['b@localhost.1']);
    expect(await folder.beginningOf('a@localhost.1', 10)).toBeUndefined();
  });

  it('takes only what the catcher has named, and has finished', async () => {
    put('.0197a3c4.part');
    put('.hidden@localhost.1.eml');
    put('a b@localhost.1.eml');
    put('notes.txt');
    put('no-message-id.eml');
    put('no-message-id.12.eml');
    expect(await ids()).toEqual(['no-message-id.12']);
  });

  it('reads no more than it is asked for', async () => {
    put('a@localhost.1.eml', 10, 'Subject: hello');
    expect(String(await folder.beginningOf('a@localhost.1', 7))).toBe('Subject');
    expect(String(await folder.beginningOf('a@localhost.1', 100))).toBe('Subject: hello');
  });

  it('is empty where it does not exist yet', async () => {
    rmSync(dir, { recursive: true });
    expect(await ids()).toEqual([]);
    expect(await folder.find('a@localhost.1')).toBeUndefined();
  });
});
