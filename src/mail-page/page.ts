import type { Config } from '../config/config.js';
import { htmlText } from '../http/html-text.js';
import type { Language } from '../journeys/views/language.js';
import { wordsIn } from './words.js';

/** Script, style and requests of its own, nothing inline and nothing from elsewhere; a form is sent by the script only. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** What the page has to know of this installation. */
export interface Installation extends Pick<Config, 'demo' | 'mailCatcher' | 'temporalUiOrigin'> {
  sandbox: boolean;
}

/** The page at `/mails`: the mails that were caught for whoever signs in. */
export function mailPage(installation: Installation, language: Language): string {
  const { shown, said } = wordsIn[language];
  const words = Object.entries(said).map(([key, text]) => ` data-${dashed(key)}="${htmlText(text)}"`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Lotse</title>
<link rel="stylesheet" href="/mails.css">
<script type="module" src="/mails.js"></script>
</head>
<body>
<header>
<h1>Lotse</h1>
<p>${htmlText(shown.intro)}</p>
${demonstration(installation, shown)}<nav aria-label="${htmlText(shown.links)}">
<a href="/api/docs">${htmlText(shown.docs)}</a>
${temporal(installation, shown)}</nav>
</header>
<main id="words"${words.join('')}>
<noscript><p>${htmlText(shown.noScript)}</p></noscript>
<p id="status" role="status"></p>
${signIn(shown)}
<div id="signed-in" hidden>
<div class="bar"><p id="account"></p><button type="button" id="sign-out">${htmlText(shown.signOut)}</button></div>
${installation.mailCatcher ? mails(shown) : `<p class="note">${htmlText(shown.sentOut)}</p>`}
</div>
</main>
</body>
</html>
`;
}

type Shown = (typeof wordsIn)[Language]['shown'];

const dashed = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Who may sign in was printed only where the demonstration is on. */
const demonstration = ({ sandbox, demo }: Installation, { demonstration, access }: Shown): string =>
  sandbox ? `<p class="note">${htmlText(demo ? `${demonstration} ${access}` : demonstration)}</p>\n` : '';

const temporal = ({ temporalUiOrigin }: Installation, shown: Shown): string =>
  temporalUiOrigin === undefined
    ? ''
    : `<a href="${htmlText(temporalUiOrigin)}">${htmlText(shown.temporal)}</a>\n`;

const signIn = (shown: Shown): string => `<form id="sign-in" method="post" hidden>
<h2>${htmlText(shown.signIn)}</h2>
<label for="email">${htmlText(shown.email)}</label>
<input id="email" type="email" autocomplete="username" required>
<label for="password">${htmlText(shown.password)}</label>
<input id="password" type="password" autocomplete="current-password" required>
<button>${htmlText(shown.signIn)}</button>
<p id="answer" role="status"></p>
</form>`;

const mails = (shown: Shown): string => `<p>${htmlText(shown.caught)} <span id="scope"></span></p>
<div id="mails">
<section aria-labelledby="list-title">
<div class="bar"><h2 id="list-title">${htmlText(shown.mails)}</h2><button type="button" id="reload">${htmlText(shown.reload)}</button></div>
<p id="empty" hidden>${htmlText(shown.empty)}</p>
<ul id="list"></ul>
<button type="button" id="older" hidden>${htmlText(shown.older)}</button>
</section>
<article id="mail" aria-labelledby="mail-title" hidden>
<button type="button" id="back">${htmlText(shown.back)}</button>
<h2 id="mail-title" tabindex="-1" dir="auto" data-without="${htmlText(shown.noSubject)}"></h2>
<dl>
<dt>${htmlText(shown.to)}</dt><dd id="mail-to" dir="auto"></dd>
<dt>${htmlText(shown.from)}</dt><dd id="mail-from" dir="auto"></dd>
<dt>${htmlText(shown.subject)}</dt><dd id="mail-subject" dir="auto"></dd>
<dt>${htmlText(shown.date)}</dt><dd id="mail-date"></dd>
<dt>${htmlText(shown.unsubscribe)}</dt><dd id="mail-unsubscribe"></dd>
</dl>
<div id="mail-text" data-without="${htmlText(shown.noText)}"></div>
</article>
</div>`;
