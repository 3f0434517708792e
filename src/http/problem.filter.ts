import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isDatabaseFull } from '../database/database-full.js';
import { isDatabaseAway } from './database-away.js';
import { logToStdout, traceOf } from './log.js';
import { methodsAt } from './methods-at.js';
import { Problem } from './problem.js';
import { unsupportedContentType } from './problems.js';
import type { LotseRequest } from './request.js';
import { HTTP_SETTINGS, type HttpSettings } from './settings.js';

/** The one place where whatever was thrown becomes an answer; what it does not know stays untold. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(HTTP_SETTINGS) private readonly settings: HttpSettings) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<LotseRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.problemFor(error, request);
    if (problem.status >= 500) {
      const { log = logToStdout } = this.settings;
      log({ level: 'error', event: problem.code, requestId: request.id, ...traceOf(error) });
    }
    if (!reply.sent) sendProblem(reply, problem, request.id);
  }

  private problemFor(error: unknown, request: LotseRequest): Problem {
    if (error instanceof Problem) return error;
    const translated = this.settings.translate?.(error, request.headers['accept-language']);
    if (translated) return translated;
    if (isDatabaseAway(error)) {
      const detail = 'The database does not answer. Nothing was recorded; try again in a few seconds.';
      return new Problem(503, 'database-unavailable', 'Not available just now', {
        detail,
        headers: { 'retry-after': '5' },
      });
    }
    if (isDatabaseFull(error)) {
      const detail =
        'The database has no room left. Nothing was recorded; it goes on by itself once there is room.';
      return new Problem(507, 'database-full', 'There is no room left', {
        detail,
        headers: { 'retry-after': '60' },
      });
    }
    if (error instanceof HttpException) return this.problemOfFramework(error.getStatus(), request);
    return new Problem(500, 'internal-error', 'Something went wrong on our side');
  }

  /** Nest and Fastify refuse what reaches no handler: an unknown path, a header that can't be read. */
  private problemOfFramework(status: number, request: LotseRequest): Problem {
    if (status === 415) return unsupportedContentType('one that can not be read', ['application/json']);
    if (status !== 404) return new Problem(status, 'bad-request', 'This request can not be read');
    const allowed = methodsAt(this.settings.routes, request.url);
    if (allowed.length === 0) return new Problem(404, 'no-such-route', 'There is no such route');
    return new Problem(405, 'method-not-allowed', 'This path takes other methods', {
      detail: `Found ${request.method}, expected ${allowed.join(' or ')}.`,
      headers: { allow: allowed.join(', ') },
    });
  }
}

/** Sends a problem as RFC 9457 says. */
export function sendProblem(reply: FastifyReply, problem: Problem, requestId: string): void {
  void reply
    .status(problem.status)
    .headers({ ...problem.details.headers })
    .type('application/problem+json')
    .send(JSON.stringify(problem.body(requestId)));
}
