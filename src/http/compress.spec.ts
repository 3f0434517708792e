import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module, Res, StreamableFile } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { RouteTable } from '../../contract/routes/route.js';
import { systemRoutes } from '../../contract/routes/system.js';
import { createHttpApp } from './create-http-app.js';
import { HttpModule } from './http.module.js';
import { ACT_PERMISSION, AUTHENTICATION, JOURNEY_SCOPE } from './ports.js';
import { Problem } from './problem.js';
import { Route } from './route.js';

const shown = { method: 'GET', summary: 'Show something', permission: 'public', status: 200 } as const;
const table = {
  ...systemRoutes,
  long: { ...shown, path: '/api/long' },
  short: { ...shown, path: '/api/short' },
  varied: { ...shown, path: '/api/varied' },
  page: { ...shown, path: '/api/page', answerType: 'text/html' },
  stream: { ...shown, path: '/api/stream', answerType: 'text/event-stream' },
  fail: { ...shown, path: '/api/fail' },
} satisfies RouteTable;
const words = 'Größe '.repeat(500);

@Controller()
class TestController {
  @Route(table.long)
  long() {
    return { words };
  }
  @Route(table.short)
  short() {
    return { words: 'ü'.repeat(400) };
  }
  @Route(table.varied)
  varied(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.headers({ vary: 'accept-language', etag: '"7"' });
    return { words };
  }
  @Route(table.page)
  page() {
    return words;
  }
  @Route(table.stream)
  stream() {
    return new StreamableFile(Readable.from([`data: ${words}\n\n`]));
  }
  @Route(table.fail)
  fail() {
    throw new Problem(409, 'no', words);
  }
}

const ports = [AUTHENTICATION, JOURNEY_SCOPE, ACT_PERMISSION];
@Module({ providers: ports.map((provide) => ({ provide, useValue: {} })), exports: ports })
class PortsModule {}
const settings = {
  routes: table,
  publicUrl: 'https://lotse.example.org',
  version: '1',
  log: () => undefined,
};
@Module({ imports: [HttpModule.for(settings, [PortsModule])], controllers: [TestController] })
class TestModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createHttpApp(TestModule);
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

/** An answer as it comes over the wire. */
async function ask(path: string, encoding?: string, method = 'GET') {
  const url = `${await app.getUrl()}/api/${path}`;
  const headers = encoding === undefined ? {} : { 'accept-encoding': encoding };
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      request(url, { method, headers, agent: false }, (answer) => {
        const { statusCode: status, headers } = answer;
        buffer(answer).then((body) => resolve({ status, headers, body }), reject);
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('a long answer in JSON', () => {
  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('comes compressed to whoever takes %s', async (accepted, encoding, open) => {
    const { headers, body } = await ask('long', accepted);
    expect(headers).toMatchObject({
      'content-encoding': encoding,
      'content-length': String(body.length),
      'content-type': 'application/json; charset=utf-8',
      vary: 'accept-encoding',
      'cache-control': 'no-store',
    });
    expect(body.length).toBeLessThan(500);
    expect(JSON.parse(open(body).toString())).toEqual({ words });
  });

  it('comes as it is to anybody else, and says that it might come otherwise', async () => {
    for (const accepted of [undefined, 'identity', 'gzip;q=0']) {
      const { headers, body } = await ask('long', accepted);
      expect(headers).toMatchObject({ vary: 'accept-encoding', 'content-length': String(body.length) });
      expect(headers).not.toHaveProperty('content-encoding');
      expect(JSON.parse(body.toString())).toEqual({ words });
    }
  });

  it('keeps what it varies by already, and its version', async () => {
    const { headers } = await ask('varied', 'br');
    expect(headers).toMatchObject({ vary: 'accept-language, accept-encoding', etag: '"7"' });
  });

  it('may be a problem', async () => {
    const { status, headers, body } = await ask('fail', 'gzip');
    expect([status, headers['content-encoding']]).toEqual([409, 'gzip']);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(gunzipSync(body).toString())).toMatchObject({ code: 'no' });
  });
});

describe('any other answer', () => {
  it.each(['short', 'page', 'stream'])('(%s) comes as it is', async (path) => {
    const { status, headers, body } = await ask(path, 'gzip, br');
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers).not.toHaveProperty('vary');
    expect(body.length).toBeGreaterThan(400);
  });

  it('to a question for its headers only has no body', async () => {
    const { headers, body } = await ask('long', 'gzip', 'HEAD');
    expect(body).toHaveLength(0);
    expect(headers).not.toHaveProperty('content-encoding');
  });
});
