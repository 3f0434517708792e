import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { CaughtMail, CaughtMailItem } from '../../contract/routes/caught-mails.js';
import type { Account } from '../http/ports.js';
import { Problem } from '../http/problem.js';
import { notFound } from '../http/problems.js';
import { cursorAt, placeOf, type Page, type Paging } from '../journeys/paging.js';
import { PLATFORM, type Platform } from '../platform.js';
import { MailFolder, newerFirst, type CaughtFile } from './mail-folder.js';
import { readableBy } from './mail-scope.js';
import { readHead, readMail } from './read-mail.js';

/** So many deliveries at a time are asked whether she may read them. */
const chunk = 500;
/** No head of a mail is longer. */
const headBytes = 64 * 1024;
/** A mail of ours has a few thousand bytes; of what else was caught only the beginning is read. */
const mailBytes = 1024 * 1024;

/** What the embedded mail catcher holds, for whoever may read it. */
@Injectable()
export class CaughtMails {
  private readonly folder: MailFolder;

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {
    this.folder = new MailFolder(join(platform.config.dataDir, 'mail'));
  }

  /**
   * The newest first; only the files that are shown are read.
   * @throws Problem 404 without the catcher, 422 for a cursor of another list
   */
  async page({ limit, cursor }: Paging, account: Account): Promise<Page<CaughtMailItem>> {
    this.requireCatcher();
    const after = placeOf(cursor, isPlace);
    const files = await this.folder.newestFirst();
    const rest = after ? files.filter((file) => newerFirst(file, after) > 0) : files;
    const found = await this.readable(rest, limit + 1, account);
    const shown = found.slice(0, limit);
    const items = await Promise.all(shown.map((file) => this.item(file)));
    const last = shown.at(-1);
    return {
      items: items.filter((item) => item !== undefined),
      nextCursor: last && found.length > limit ? cursorAt({ id: last.id, caughtAt: last.caughtAt }) : null,
    };
  }

  /** @throws Problem 404 without the catcher, where there is no such mail, and where it is not for her */
  async one(id: string, account: Account): Promise<CaughtMail> {
    this.requireCatcher();
    const file = await this.folder.find(id);
    const [own] = file ? await this.readable([file], 1, account) : [];
    const raw = own && (await this.folder.beginningOf(id, mailBytes));
    if (!raw) throw notFound();
    return readMail(own, raw);
  }

  private async item(file: CaughtFile): Promise<CaughtMailItem | undefined> {
    const raw = await this.folder.beginningOf(file.id, headBytes);
    return raw && readHead(file, raw);
  }

  /** The first of these files that she may read. */
  private async readable(files: readonly CaughtFile[], limit: number, account: Account) {
    const found: CaughtFile[] = [];
    for (let at = 0; at < files.length && found.length < limit; at += chunk) {
      const some = files.slice(at, at + chunk);
      const ids = await readableBy(
        account,
        some.map(({ id }) => id),
        this.platform.sql,
      );
      found.push(...some.filter(({ id }) => ids.has(id)));
    }
    return found.slice(0, limit);
  }

  private requireCatcher(): void {
    if (this.platform.config.mailCatcher) return;
    throw new Problem(404, 'no-mail-catcher', 'Mail is not caught here', {
      detail: 'SMTP_URL names a mail server: mail goes there, and is read where it arrives.',
    });
  }
}

const isPlace = (value: unknown): value is Pick<CaughtFile, 'id' | 'caughtAt'> => {
  const { id, caughtAt } = (value ?? {}) as Partial<CaughtFile>;
  return typeof id === 'string' && typeof caughtAt === 'number';
};
