import { Controller, Headers, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { importRoutes as routes } from '../../contract/routes/imports.js';
import type { InputOf } from '../../contract/routes/route.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { notFound, ruleRefuses } from '../http/problems.js';
import { Route } from '../http/route.js';
import { PLATFORM, type Platform } from '../platform.js';
import { acceptImport } from './accept-import.js';
import { countsOf, maySeeImport, pageOfImports } from './import-counts.js';
import { outcomesOf } from './outcomes-of.js';
import { refusedRows } from './refused-rows.js';
import { fileShown, storedFile, type StoredFile } from './stored-file.js';
import { uploadedFile } from './uploaded-file.js';

@Controller()
export class ImportsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Route(routes.startImport)
  async start(
    @Input() { query, body, idempotencyKey: key }: InputOf<typeof routes.startImport>,
    @CurrentAccount() account: Account,
    @Headers('content-type') contentType: string,
  ) {
    const file = await uploadedFile(body, contentType);
    const order = { ...query, account, file, ...(key !== undefined && { key }) };
    return { id: await acceptImport(this.platform, order) };
  }

  @Route(routes.listImports)
  list(@Input() { query }: InputOf<typeof routes.listImports>, @CurrentAccount() account: Account) {
    const { sql, clock } = this.platform;
    return pageOfImports(sql, clock, account, query);
  }

  @Route(routes.showImport)
  async show(
    @Input() { params: { id = '' }, query }: InputOf<typeof routes.showImport>,
    @CurrentAccount() account: Account,
  ) {
    const counts = await this.visible(id, account);
    // its refusals quote cells: an administrator is told how many there are
    if (account.role === 'admin' || query.outcomes === 'false') return counts;
    return { ...counts, outcomes: await outcomesOf(this.platform, id) };
  }

  @Route(routes.runImport)
  async run(
    @Input() { params: { id = '' } }: InputOf<typeof routes.runImport>,
    @CurrentAccount() account: Account,
  ) {
    const { file, basis, dryRun, sandbox } = await this.file(id, account);
    if (!dryRun) throw ruleRefuses('no-dry-run', 'This import was carried out, not only checked');
    const order = { account, file, basis, dryRun: false, intoDemonstration: sandbox, key: `run ${id}` };
    return { id: await acceptImport(this.platform, order) };
  }

  @Route(routes.showImportFile)
  async showFile(
    @Input() { params: { id = '' } }: InputOf<typeof routes.showImportFile>,
    @CurrentAccount() account: Account,
  ) {
    return fileShown((await this.file(id, account)).file);
  }

  @Route(routes.downloadRefusedRows)
  async refused(
    @Input() { params: { id = '' } }: InputOf<typeof routes.downloadRefusedRows>,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { file } = await this.file(id, account);
    void reply.header('content-disposition', 'attachment; filename="abgelehnte-zeilen.csv"');
    return refusedRows(file, await outcomesOf(this.platform, id));
  }

  private async visible(id: string, account: Account) {
    const found = await countsOf(this.platform.sql, this.platform.clock, id);
    if (!found || !maySeeImport(account, found.accountId)) throw notFound();
    return found.counts;
  }

  private async file(id: string, account: Account): Promise<StoredFile> {
    await this.visible(id, account);
    const stored = await storedFile(this.platform, id);
    if (!stored) throw notFound();
    return stored;
  }
}
