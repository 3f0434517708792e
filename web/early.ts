// Asks for what the first page shows while its scripts are still on their way: two round trips less until something can
// be read. It stands alone, so that nothing has to be loaded before it.

const api = '/api/v1';

/** A coach begins with her own people. */
const whose = localStorage.getItem('lotse-scope') === 'own' ? '&coach=me' : '';

/** What each page asks for first, by its address; a query that is not the page's usual one is left to the page. */
const first: readonly [pattern: RegExp, paths: readonly string[]][] = [
  [/^\/heute$/, [`${api}/today`]],
  [/^\/hinweise$/, [`${api}/flags?snoozed=false&limit=200`, `${api}/figures/stuck?snoozed=false&by=rule`]],
  [
    /^\/leitstand$/,
    [
      `${api}/figures/stuck?snoozed=false&by=rule`,
      ...['horizon', 'flow', 'workload'].map((name) => `${api}/figures/${name}`),
    ],
  ],
  [
    /^\/teilnehmende$/,
    [
      `${api}/journeys?open=true&sort=name${whose}&limit=400`,
      `${api}/views?limit=200`,
      `${api}/colleagues?limit=200`,
    ],
  ],
  [
    /^\/teilnehmende\/([0-9a-f-]{36})$/,
    [`${api}/journeys/$1`, `${api}/journeys/$1/acts`, `${api}/journeys/$1/events?limit=200`],
  ],
  [/^\/postausgang$/, [`${api}/figures/messages`]],
  [/^\/import$/, [`${api}/imports?limit=200`]],
];

const { pathname, search } = location;
const [pattern, paths = []] = first.find(([each]) => each.test(pathname)) ?? [];
/** Where the programme's words were the last time. */
const words = localStorage.getItem('lotse-words');
/** What the page has asked for itself: it was faster. */
const { lotseAsked: asked = new Set<string>() } = globalThis as { lotseAsked?: Set<string> };
const wanted = [
  `${api}/me`,
  ...(words === null ? [] : [words]),
  ...(pattern && search === '' ? paths.map((path) => pathname.replace(pattern, path)) : []),
].filter((path) => !asked.has(path));

// in the language in which this browser last read; the page asks anew when its account prefers another
const language = localStorage.getItem('lotse-language') ?? navigator.language;
const answers = new Map(
  wanted.map((path) => [
    path,
    fetch(path, { credentials: 'same-origin', headers: { 'accept-language': language } }),
  ]),
);
// a failure is the page's to tell
for (const answer of answers.values()) answer.catch(() => undefined);
Object.assign(globalThis, { lotseEarly: { language: language.split('-')[0], answers } });
