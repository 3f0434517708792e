import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { requiredEntryOf } from './route.js';

/** Answers of one journey say their version as ETag, so that a client can send it back as If-Match. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<{ version?: number }>): Observable<unknown> {
    if (!requiredEntryOf(context.getHandler()).etag) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer) => {
        // the reduced view of a colleague's journey has no version, and nothing to write
        if (answer.version !== undefined) void reply.header('etag', `"${answer.version}"`);
        return answer;
      }),
    );
  }
}
