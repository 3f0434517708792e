import type { BuiltPages } from './built-pages.js';

/** Which chunk shows the page of an address. */
const chunks: readonly [pattern: RegExp, name: string][] = [
  [/^\/leitstand$/, 'leitstand-page'],
  [/^\/heute$/, 'today-page'],
  [/^\/hinweise$/, 'attention-page'],
  [/^\/fristen$/, 'deadlines-page'],
  [/^\/teilnehmende$/, 'journeys-page'],
  [/^\/teilnehmende\/neu$/, 'new-journey-page'],
  [/^\/teilnehmende\/[0-9a-f-]{36}$/, 'journey-page'],
  [/^\/postausgang$/, 'post-out-page'],
  [/^\/programm$/, 'programme-page'],
  [/^\/verwaltung(\/[a-z]+)?$/, 'administration-page'],
  [/^\/import$/, 'import-page'],
  [/^\/import\/[0-9a-f-]{36}$/, 'one-import-page'],
];

/** Styles with the request's nonce, scripts and calls of one's own; no form is sent but by a script, nobody frames it. */
export const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * The page for an address: the same for everybody, apart from the nonce and what the browser should fetch early.
 * @param signedIn whether the browser brought a session, so that it is likely to need the workplace
 */
export function pageHtml(built: BuiltPages, path: string, signedIn: boolean, nonce: string): string {
  const page = chunks.find(([pattern]) => pattern.test(path))?.[1];
  const wanted = signedIn ? ['workplace', ...(page ? [page] : [])] : ['sign-in-page'];
  const early = built
    .neededBy(wanted)
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="preload" as="style" crossorigin href="/${file}">`
        : `<link rel="modulepreload" href="/${file}">`,
    )
    .join('');
  const asks =
    signedIn && built.early !== undefined
      ? `<script type="module" async data-early src="/${built.early}"></script>`
      : '';
  return (built.html ?? '')
    .replaceAll('%NONCE%', nonce)
    .replace('<link rel="icon"', `${asks}${early}<link rel="icon"`);
}
