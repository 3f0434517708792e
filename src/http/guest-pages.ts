import type { FastifyInstance } from 'fastify';

/** Another page that may call a part of the API with the reader's cookie: Temporal's interface, its codec. */
export interface GuestPage {
  /** Exactly, for example `http://127.0.0.1:8233`. */
  origin: string;
  /** The beginning of the paths it may call. */
  paths: string;
}

/** Whether a page of that origin may call that address. */
export const isGuest = (pages: readonly GuestPage[], origin: string | undefined, url: string): boolean =>
  pages.some((page) => page.origin === origin && url.startsWith(page.paths));

/** Tells browsers that a guest's calls are welcome (CORS with credentials, never for `*`). */
export function welcomeGuests(fastify: FastifyInstance, pages: readonly GuestPage[]): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined || !isGuest(pages, origin, request.url)) return;
    void reply
      .header('access-control-allow-origin', origin)
      .header('access-control-allow-credentials', 'true')
      .header('vary', 'Origin');
    if (request.method !== 'OPTIONS') return;
    void reply
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'content-type, authorization, x-namespace')
      .header('access-control-max-age', '600');
    await reply.code(204).send();
  });
}
