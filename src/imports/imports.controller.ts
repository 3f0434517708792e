import { Controller, Headers, Inject } from '@nestjs/common';
import { importRoutes as routes } from '../../contract/routes/imports.js';
import type { InputOf } from '../../contract/routes/route.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { notFound } from '../http/problems.js';
import { Route } from '../http/route.js';
import { PLATFORM, type Platform } from '../platform.js';
import { acceptImport } from './accept-import.js';
import { showImport } from './show-import.js';
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

  @Route(routes.showImport)
  async show(@Input() { params }: InputOf<typeof routes.showImport>, @CurrentAccount() account: Account) {
    const { sql, secrets } = this.platform;
    const found = await showImport(sql, secrets, params['id'] ?? '');
    // its refusals quote cells: only for whoever sent them, or whose scope holds every commune
    if (!found || (found.accountId !== account.id && account.communes !== null)) throw notFound();
    return found.answer;
  }
}
