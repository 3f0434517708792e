import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { requiredEntryOf } from './route.js';

const undoings = new WeakMap<object, string>();

/** Notes at which address the act can be taken back that an answer tells of; without one the act made nothing new. */
export function undoneAt<Answer extends object>(answer: Answer, path: string | undefined): Answer {
  if (path !== undefined) undoings.set(answer, path);
  return answer;
}

/** Answers of acts that can be taken back name where, as a link (RFC 8288): pages offer "undo" and guess no address. */
@Injectable()
export class UndoLinkInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<unknown> {
    if (!requiredEntryOf(context.getHandler()).undo) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer) => {
        const path = undoings.get(answer);
        if (path !== undefined) void reply.header('link', `<${path}>; rel="undo"`);
        return answer;
      }),
    );
  }
}
