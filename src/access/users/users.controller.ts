import { Controller, Inject } from '@nestjs/common';
import type { InputOf } from '../../../contract/routes/route.js';
import { userRoutes as routes, type User } from '../../../contract/routes/users.js';
import { CurrentAccount, Input } from '../../http/input.js';
import type { Account } from '../../http/ports.js';
import { notFound, ruleRefuses } from '../../http/problems.js';
import { Route } from '../../http/route.js';
import { assignHintedCoach } from '../../imports/assign-hinted-coaches.js';
import { pageOf } from '../../journeys/paging.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { addAccount } from '../add-account.js';
import { changeUser } from './change-user.js';
import { endUser, reopenUser } from './end-user.js';
import { Invitations } from './invitations.js';
import { toldByField } from './told-by-field.js';
import { allUsers, userOf } from './user-rows.js';

/** Accounts, for administrators. */
@Controller()
export class UsersController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly invitations: Invitations,
  ) {}

  @Route(routes.listUsers)
  async list(@Input() { query }: InputOf<typeof routes.listUsers>) {
    return pageOf(await allUsers(this.platform.sql), ({ email }) => email, query);
  }

  @Route(routes.addUser)
  async add(@Input() { body }: InputOf<typeof routes.addUser>) {
    const { phone, communes, ...given } = body;
    const account = {
      ...given,
      ...(phone !== undefined && { phone }),
      ...(communes !== null && { communes }),
    };
    const made = await toldByField(() => addAccount(this.platform.sql, account, this.communes()));
    if (made.role === 'coach') await assignHintedCoach(this.platform, made);
    return this.found(made.id);
  }

  @Route(routes.changeUser)
  async change(
    @Input() { params: { id = '' }, body }: InputOf<typeof routes.changeUser>,
    @CurrentAccount() account: Account,
  ) {
    const user = await this.found(id);
    if (body.role !== undefined && body.role !== user.role) refuseOwn(user, account);
    await toldByField(() => changeUser(this.platform.sql, user, body, this.communes()));
    return this.found(id);
  }

  @Route(routes.endUser)
  async end(
    @Input() { params: { id = '' } }: InputOf<typeof routes.endUser>,
    @CurrentAccount() account: Account,
  ) {
    refuseOwn(await this.found(id), account);
    await endUser(this.platform.sql, id);
    return this.found(id);
  }

  @Route(routes.reopenUser)
  async reopen(@Input() { params: { id = '' } }: InputOf<typeof routes.reopenUser>) {
    await this.found(id);
    await reopenUser(this.platform.sql, id);
    return this.found(id);
  }

  @Route(routes.inviteUser)
  async invite(
    @Input() { params: { id = '' } }: InputOf<typeof routes.inviteUser>,
    @CurrentAccount() account: Account,
  ) {
    refuseOwn(await this.found(id), account);
    return this.invitations.invite(id);
  }

  private communes(): string[] {
    return this.platform.programmes.current.communes.map(({ key }) => key);
  }

  private async found(id: string): Promise<User> {
    const user = await userOf(this.platform.sql, id);
    if (!user) throw notFound();
    return user;
  }
}

/** Nobody locks herself out: there is always an administrator left. */
function refuseOwn({ id }: User, account: Account): void {
  if (id === account.id) throw ruleRefuses('own-account', 'Ask another administrator to do this');
}
