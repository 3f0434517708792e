import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { encodingFor, type Encoding } from './encoding-for.js';

/** Shorter answers fit into one packet anyway. */
const worthwhileBytes = 1024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const compressors: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  // the usual quality of 11 is for what is compressed once and read often
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body) => zip(body),
};

/**
 * Compresses answers in JSON where the client takes it. Nothing else: what comes piece by piece would wait for the end.
 * What a stranger might add to an answer in order to guess the rest by its length he can't: the cookie does not come
 * along from other sites.
 */
export function compressJson(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
    if (!isJson(reply) || Buffer.byteLength(payload) <= worthwhileBytes) return payload;
    if (reply.hasHeader('content-encoding')) return payload;
    vary(reply);
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (encoding === undefined || request.method === 'HEAD') return payload;
    const compressed = await compressors[encoding](Buffer.from(payload));
    // Fastify counts the bytes that are left now
    void reply.removeHeader('content-length').header('content-encoding', encoding);
    return compressed;
  });
}

const isJson = (reply: FastifyReply): boolean =>
  /^application\/(problem\+)?json\b/.test(String(reply.getHeader('content-type') ?? ''));

/** Whoever keeps answers keeps one for each encoding, beside what the answer varies by already. */
function vary(reply: FastifyReply): void {
  const before = [reply.getHeader('vary') ?? []].flat().join(', ');
  void reply.header('vary', before === '' ? 'accept-encoding' : `${before}, accept-encoding`);
}
