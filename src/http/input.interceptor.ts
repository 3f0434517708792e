import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { checkedInput } from './check-input.js';
import type { LotseRequest } from './request.js';
import { requiredEntryOf } from './route.js';

/**
 * Fifth, after the guards: body, query, path and headers as the route's entry says.
 *
 * Not Nest's StandardSchemaValidationPipe: that one checks one parameter at a time, stops at the first, and
 * leaves unchecked what a handler does not ask for. Here the table alone says what is taken, all bad fields
 * come in one answer, and the body is read only now, so that "not signed in" and "not in scope" come first
 * even for a body that is too large or is no JSON.
 */
@Injectable()
export class InputInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<LotseRequest>();
    request.input = await checkedInput(requiredEntryOf(context.getHandler()), request);
    return next.handle();
  }
}
