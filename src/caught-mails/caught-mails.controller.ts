import { Controller } from '@nestjs/common';
import { caughtMailRoutes as routes } from '../../contract/routes/caught-mails.js';
import type { InputOf } from '../../contract/routes/route.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { Route } from '../http/route.js';
import { CaughtMails } from './caught-mails.js';

@Controller()
export class CaughtMailsController {
  constructor(private readonly mails: CaughtMails) {}

  @Route(routes.listCaughtMails)
  list(@Input() { query }: InputOf<typeof routes.listCaughtMails>, @CurrentAccount() account: Account) {
    return this.mails.page(query, account);
  }

  @Route(routes.showCaughtMail)
  show(@Input() { params }: InputOf<typeof routes.showCaughtMail>, @CurrentAccount() account: Account) {
    return this.mails.one(params.id, account);
  }
}
