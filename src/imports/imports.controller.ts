import { Controller, Headers, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { importRoutes as routes } from '../../contract/routes/imports.js';
import type { InputOf } from '../../contract/routes/route.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { notFound, ruleRefuses } from '../http/problems.js';
import { Route } from '../http/route.js';
import { PLATFORM, type Platform } from '../platform.js';
import { accessTo } from '../http/guards/access-to.js';
import { CurrentReader } from '../journeys/current-reader.js';
import { JourneyReader, type Reader } from '../journeys/journey-reader.js';
import { acceptImport, importNamed, keyOfRun } from './accept-import.js';
import { choicesOf, choose } from './choices.js';
import { comparisonOf } from './comparison.js';
import { countsOf, maySeeImport, pageOfImports } from './import-counts.js';
import { outcomesOf } from './outcomes-of.js';
import { RegisterImports } from './register-import.js';
import { refusedRows } from './refused-rows.js';
import { fileShown, storedFile, type StoredFile } from './stored-file.js';
import { uploadedFile } from './uploaded-file.js';

@Controller()
export class ImportsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly reader: JourneyReader,
  ) {}

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
    return {
      ...counts,
      outcomes: await outcomesOf(this.platform, id),
      choices: await choicesOf(this.platform, id),
    };
  }

  @Route(routes.runImport)
  async run(
    @Input() { params: { id = '' } }: InputOf<typeof routes.runImport>,
    @CurrentAccount() account: Account,
  ) {
    const { file, basis, dryRun, sandbox } = await this.file(id, account);
    if (!dryRun) throw ruleRefuses('no-dry-run', 'This import was carried out, not only checked');
    const choices = await choicesOf(this.platform, id);
    const key = keyOfRun(id);
    const order = { account, file, basis, dryRun: false, intoDemonstration: sandbox, choices, key };
    return { id: await acceptImport(this.platform, order) };
  }

  @Route(routes.compareRow)
  async compare(
    @Input() { params: { id = '' }, query }: InputOf<typeof routes.compareRow>,
    @CurrentReader() reader: Reader,
  ) {
    const line = Number(query.line);
    await this.refuseUnlessWarned(id, line, query.journey, reader);
    const register = await new RegisterImports(this.platform).read(id);
    const row = register.lines.find((each) => each.line === line)?.row;
    if (!row) throw notFound();
    return comparisonOf(row, await this.reader.now(query.journey));
  }

  @Route(routes.chooseForRow)
  async choose(
    @Input() { params: { id = '' }, body }: InputOf<typeof routes.chooseForRow>,
    @CurrentReader() reader: Reader,
  ) {
    await this.refuseUnlessWarned(id, body.line, body.journeyId, reader);
    const ranAs = importNamed(keyOfRun(id), reader.account);
    return { choices: await choose(this.platform, id, body, ranAs) };
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

  /** @throws Problem 404 where the row was not said to be of perhaps this person, or she sees the journey no more */
  private async refuseUnlessWarned(
    id: string,
    line: number,
    journey: string,
    { account }: Reader,
  ): Promise<void> {
    const { dryRun } = await this.file(id, account);
    const outcomes = await outcomesOf(this.platform, id);
    const isNamed = outcomes.some(
      (outcome) =>
        outcome.line === line &&
        outcome.warnings?.some(
          ({ code, journeyId }) => code === 'possible-duplicate' && journeyId === journey,
        ),
    );
    if (!isNamed) throw notFound();
    if (!dryRun) throw ruleRefuses('no-dry-run', 'This import was carried out, not only checked');
    const { commune, coach: coachId } = (await this.reader.now(journey)).plain;
    if (accessTo(account, { commune, coachId }) !== 'full') throw notFound();
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
