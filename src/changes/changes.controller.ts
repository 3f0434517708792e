import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { changeRoutes as routes } from '../../contract/routes/changes.js';
import type { InputOf } from '../../contract/routes/route.js';
import { credentialOf } from '../http/guards/credential.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { notSignedIn } from '../http/problems.js';
import type { LotseRequest } from '../http/request.js';
import { Route } from '../http/route.js';
import { Changes } from './changes.js';

@Controller()
export class ChangesController {
  constructor(private readonly changes: Changes) {}

  @Route(routes.followChanges)
  async follow(
    @Input() { headers }: InputOf<typeof routes.followChanges>,
    @CurrentAccount() account: Account,
    @Req() request: LotseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const credential = credentialOf(request);
    if (!credential) throw notSignedIn();
    const { body } = await this.changes.open(account, credential, headers['last-event-id']);
    void reply.headers({
      'x-accel-buffering': 'no', // a proxy hands on each event as it comes
      connection: 'close', // when it ends, nothing keeps a stop waiting
    });
    return new StreamableFile(body);
  }
}
