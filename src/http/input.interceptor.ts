import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import { checkedInput } from './check-input.js';
import { ACT_PERMISSION, type ActPermission } from './ports.js';
import type { LotseRequest } from './request.js';
import { requiredEntryOf } from './route.js';

/**
 * Fifth, after the guards: body, query, path and headers as the route's entry says. Where the body names what decides
 * about the permission, that is asked as soon as the body is read: "may not" comes before "is wrong".
 *
 * Not Nest's StandardSchemaValidationPipe: that one checks one parameter at a time, stops at the first, and
 * leaves unchecked what a handler does not ask for. Here the table alone says what is taken, all bad fields
 * come in one answer, and the body is read only now, so that "not signed in" and "not in scope" come first
 * even for a body that is too large or is no JSON.
 */
@Injectable()
export class InputInterceptor implements NestInterceptor {
  constructor(@Inject(ACT_PERMISSION) private readonly acts: ActPermission) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<LotseRequest>();
    const entry = requiredEntryOf(context.getHandler());
    const { permission } = entry;
    const kind = permission === 'public' ? undefined : permission.bodyDecides;
    request.input = await checkedInput(entry, request, async (body) => {
      const { account, journey } = request;
      if (kind && account) await this.acts.require({ kind, account, journey, body });
    });
    return next.handle();
  }
}
