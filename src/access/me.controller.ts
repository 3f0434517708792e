import { Controller } from '@nestjs/common';
import { accessRoutes } from '../../contract/routes/access.js';
import type { InputOf } from '../../contract/routes/route.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { Route } from '../http/route.js';
import { AboutMe } from './about-me.js';

@Controller()
export class MeController {
  constructor(private readonly aboutMe: AboutMe) {}

  @Route(accessRoutes.showMe)
  show(@CurrentAccount() account: Account) {
    return this.aboutMe.of(account);
  }

  @Route(accessRoutes.changeMe)
  change(@Input() { body }: InputOf<typeof accessRoutes.changeMe>, @CurrentAccount() account: Account) {
    return this.aboutMe.change(account, body.settings);
  }
}
