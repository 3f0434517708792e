import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import fastifyCookie from '@fastify/cookie';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { compressJson } from './compress.js';
import { welcomeGuests } from './guest-pages.js';
import { logToStdout } from './log.js';
import { Problem } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { HTTP_SETTINGS, type HttpSettings } from './settings.js';

/** Headers of every answer that does not bring its own: an answer of the API is data, not a page, and nobody's cache keeps it. */
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/**
 * Makes the application over HTTP; `listen` is the caller's.
 * @param root a module that imports `HttpModule.for(…)`
 * @param trustedProxies addresses and networks that say who calls
 * @throws an Error of one line where handlers and table of routes do not fit (at `init` or `listen`)
 */
export async function createHttpApp(
  root: Type | DynamicModule,
  trustedProxies: readonly string[] = [],
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: () => randomUUID(), // never the caller's: it goes into the log
    // a proxy on this machine, or one of the operator's, says who calls; anybody else's word is not taken
    trustProxy: ['loopback', ...trustedProxies],
    requestTimeout: 120_000, // whoever sends a body more slowly than that holds a connection for nothing
    routerOptions: { maxParamLength: 256 }, // the id of a caught mail is a message id, and those are long
    skipMiddie: true,
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, new Problem(400, 'bad-request', 'This address can not be read'), request.id),
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false, // bodies are read after the guards, see InputInterceptor
    abortOnError: false,
    logger: false, // Nest's own lines carry stack traces
  });
  await configure(app);
  return app;
}

async function configure(app: NestFastifyApplication): Promise<void> {
  const settings = app.get<HttpSettings>(HTTP_SETTINGS, { strict: false });
  const { headers, guests = [], log = logToStdout, observe } = settings;
  await app.register(fastifyCookie);
  const fastify = app.getHttpAdapter().getInstance();
  welcomeGuests(fastify, guests);
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const answered = (request: FastifyRequest, reply: FastifyReply): void => {
    const { method, id, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const told = { method, route: routeOptions.url ?? null, status: reply.statusCode, ms };
    observe?.(told);
    log({ level: 'info', event: 'request', ...told, requestId: id });
  };
  fastify.addHook('onSend', async (request, reply, payload) => {
    for (const [name, value] of Object.entries({ ...SAFE_HEADERS, ...headers?.() })) {
      if (!reply.hasHeader(name)) void reply.header(name, value);
    }
    void reply.header('x-request-id', request.id);
    if (payload instanceof Readable) {
      // whoever listens hangs up in the end: that is no response for Fastify, but it is the end of this one
      reply.raw.once('close', () => reply.raw.writableFinished || answered(request, reply));
    }
  });
  compressJson(fastify);
  fastify.addHook('onResponse', async (request, reply) => answered(request, reply));
}
