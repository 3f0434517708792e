import { Controller } from '@nestjs/common';
import { accessRoutes } from '../../contract/routes/access.js';
import { CurrentAccount } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { Route } from '../http/route.js';
import { meOf } from './me.js';

@Controller()
export class MeController {
  @Route(accessRoutes.showMe)
  show(@CurrentAccount() account: Account) {
    return meOf(account);
  }
}
