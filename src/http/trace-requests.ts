import type { FastifyInstance } from 'fastify';
import { inSpan } from '../tracing/spans.js';

/** Makes each request a span; its trace is its id, so that log and trace are found by each other. */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, next) => {
    const { method, routeOptions, id } = request;
    const said = { 'http.request.method': method, 'http.route': routeOptions.url ?? 'none' };
    const answered = (): Promise<void> =>
      new Promise((resolve) => {
        reply.raw.once('close', resolve);
        next();
      });
    void inSpan(`${method} ${said['http.route']}`, said, answered, id);
  });
}
