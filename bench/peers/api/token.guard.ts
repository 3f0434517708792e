import { createHash } from 'node:crypto';
import { Injectable, UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Accounts, type Account } from './journeys.js';

/** A token that was found is believed for so long. */
const keptMs = 60_000;

export type SignedIn = FastifyRequest & { account: Account };

/** Lets in whoever brings a bearer token whose hash is known. */
@Injectable()
export class TokenGuard implements CanActivate {
  private readonly known = new Map<string, { account: Account; until: number }>();

  constructor(private readonly accounts: Accounts) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedIn>();
    const [kind, token] = request.headers.authorization?.split(' ') ?? [];
    const account = kind === 'Bearer' && token ? await this.accountOf(token) : undefined;
    if (!account) throw new UnauthorizedException();
    request.account = account;
    return true;
  }

  private async accountOf(token: string): Promise<Account | undefined> {
    const hash = createHash('sha256').update(token).digest();
    const key = hash.toString('base64');
    const entry = this.known.get(key);
    if (entry && entry.until > performance.now()) return entry.account;
    const account = await this.accounts.byTokenHash(hash);
    if (account) this.known.set(key, { account, until: performance.now() + keptMs });
    return account;
  }
}
