// The page at `/`: signs in and out, and shows the mails that were caught. Texts are set as text, never as HTML.

const byId = (id) => document.getElementById(id);
const words = byId('words').dataset;
const language = document.documentElement.lang;
const hasCatcher = byId('mails') !== null;

/** So often it looks for new mails while the page is seen. */
const lookEveryMs = 5000;
/** Who has not touched the page for that long may have gone: looking on would keep the session open for ever. */
const awayAfterMs = 30 * 60_000;

/** Who is signed in; `undefined` as long as that is not known. */
let account;
/** The ids of the mails that the list shows. */
const shown = new Set();
let cursor = null;
let opened = null;
let isAway = false;
let isLooking = false;
let hasLooked = false;
let touchedAt = Date.now();

/** Asks the API; status 0 is no answer, or none of Lotse's. */
async function ask(method, path, body) {
  const json = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const answer = await fetch(`/api/v1/${path}`, { method, ...json });
    if (answer.status >= 500) return { status: 0 };
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, json: text === '' ? null : JSON.parse(text) };
  } catch {
    return { status: 0 };
  }
}

const fill = (text, values) => text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);

/** Says something where it is read out, once: the same words again are not repeated. */
function say(text, where = 'status') {
  if (byId(where).textContent !== text) byId(where).textContent = text;
}

function notice(isAwayNow) {
  if (isAwayNow) say(words.away);
  else if (isAway) say(words.back);
  isAway = isAwayNow;
}

async function begin() {
  const { status, json } = await ask('GET', 'me');
  notice(status === 0);
  if (status === 200) await enter(json);
  else if (status !== 0) leave('');
}

async function enter(who) {
  account = who;
  byId('account').textContent = fill(words.account, who);
  show(true);
  if (!hasCatcher) return;
  const seesAll = who.role === 'coordinator' && who.communes === null;
  const isAdmin = who.role === 'admin';
  byId('scope').textContent = isAdmin ? words.admin : seesAll ? words.ofRegion : words.ofOwn;
  byId('mails').hidden = isAdmin;
  await look();
}

/** Nothing of what was read stays on the page. */
function leave(text) {
  account = null;
  byId('account').textContent = '';
  hasLooked = false;
  if (hasCatcher) {
    close();
    clearList();
  }
  say(text);
  show(false);
  byId(byId('email').value === '' ? 'email' : 'password').focus();
}

function show(isSignedIn) {
  byId('signed-in').hidden = !isSignedIn;
  byId('sign-in').hidden = isSignedIn;
}

async function signIn(event) {
  event.preventDefault();
  const [email, password] = [byId('email'), byId('password')];
  const { status, headers, json } = await ask('POST', 'session', {
    email: email.value,
    password: password.value,
  });
  password.value = '';
  if (status === 200) {
    say('');
    say('', 'answer');
    await enter(json);
    byId('sign-out').focus();
    return;
  }
  say('', 'answer'); // the same words are read out again
  if (status === 0) say(words.tryAgain, 'answer');
  else if (status === 429) say(fill(words.wait, { seconds: headers.get('retry-after') }), 'answer');
  else say(words.wrong, 'answer');
  password.focus();
}

async function signOut() {
  const { status } = await ask('DELETE', 'session');
  if (status === 0) notice(true);
  else leave(words.signedOut);
}

/** The newest mails, before those that are shown already; `false` where nothing was found out. */
async function look() {
  const whose = account;
  if (!whose || whose.role === 'admin' || !hasCatcher || isLooking) return false;
  isLooking = true;
  const { status, json } = await ask('GET', 'caught-mails?limit=50');
  isLooking = false;
  if (account !== whose) return false; // somebody signed out meanwhile
  notice(status === 0);
  if (status === 401) leave(words.expired);
  if (status !== 200) return false;
  const isFirst = !hasLooked;
  hasLooked = true;
  const fresh = json.items.filter(({ id }) => !shown.has(id));
  // more new ones than a page holds: what lies between is not known
  const isGap = !isFirst && fresh.length === json.items.length && json.nextCursor !== null;
  if (isGap) clearList();
  if (isFirst || isGap) setCursor(json.nextCursor);
  byId('list').prepend(...fresh.map(itemOf));
  byId('empty').hidden = shown.size > 0;
  if (!isFirst && fresh.length > 0)
    say(fill(fresh.length === 1 ? words.oneNew : words.manyNew, { count: fresh.length }));
  return true;
}

async function reload() {
  const before = shown.size;
  say('');
  if ((await look()) && shown.size === before) say(words.upToDate);
}

async function showOlder() {
  const whose = account;
  const { status, json } = await ask('GET', `caught-mails?limit=50&cursor=${encodeURIComponent(cursor)}`);
  if (account !== whose) return;
  notice(status === 0);
  if (status === 401) leave(words.expired);
  if (status !== 200) return;
  const items = json.items.filter(({ id }) => !shown.has(id)).map(itemOf);
  byId('list').append(...items);
  setCursor(json.nextCursor);
  items[0]?.querySelector('button').focus();
}

function setCursor(next) {
  cursor = next;
  byId('older').hidden = next === null;
}

function clearList() {
  shown.clear();
  byId('list').replaceChildren();
  byId('empty').hidden = true;
  setCursor(null);
}

function itemOf({ id, to, subject, sentAt }) {
  shown.add(id);
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.id = id;
  button.append(
    textIn('strong', subject || byId('mail-title').dataset.without),
    textIn('span', to),
    timeOf(sentAt, 'short'),
  );
  button.addEventListener('click', () => void open(id));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

/** A text of a mail, from the side on which its first letter begins. */
function textIn(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  element.dir = 'auto';
  return element;
}

/** A day in Germany with its weekday, whatever zone the machine is in. */
function timeOf(instant, weekday) {
  const element = document.createElement('time');
  element.dateTime = instant;
  const day = { weekday, day: 'numeric', month: 'long', year: 'numeric' };
  const format = { ...day, hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' };
  element.textContent = new Date(instant).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', format);
  return element;
}

async function open(id) {
  const whose = account;
  mark(id);
  const { status, json } = await ask('GET', `caught-mails/${encodeURIComponent(id)}`);
  if (account !== whose || opened !== id) return; // signed out, or another one was chosen meanwhile
  notice(status === 0);
  if (status === 200) return read(json);
  if (status === 401) return leave(words.expired);
  close();
  if (status === 404) say(words.gone);
}

function read({ to, from, subject, sentAt, listUnsubscribe = '', parts }) {
  const title = byId('mail-title');
  title.textContent = subject || title.dataset.without;
  byId('mail-to').textContent = to;
  byId('mail-from').textContent = from;
  byId('mail-subject').textContent = subject;
  byId('mail-date').replaceChildren(timeOf(sentAt, 'long'));
  byId('mail-unsubscribe').textContent = listUnsubscribe;
  const row = byId('mail-unsubscribe');
  row.hidden = row.previousElementSibling.hidden = listUnsubscribe === '';
  const text = byId('mail-text');
  text.replaceChildren(...parts.map((part) => partOf(part, text.dataset.without)));
  byId('mail').hidden = false;
  byId('mails').classList.add('reading');
  title.focus();
}

/** Some lines in the language and the direction that the mail says; else as its first letter has it. */
function partOf({ text, language: lang, direction }, without) {
  const element = textIn('p', text || without);
  if (direction !== undefined) element.dir = direction;
  if (lang !== undefined) element.lang = lang;
  return element;
}

/** Remembers which mail is open, and shows it in the list. */
function mark(id) {
  opened = id;
  for (const button of byId('list').querySelectorAll('button')) {
    if (button.dataset.id === id) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
}

function close() {
  mark(null);
  byId('mail').hidden = true;
  byId('mails').classList.remove('reading');
  for (const field of byId('mail').querySelectorAll('h2, dd, #mail-text')) field.replaceChildren();
}

function backToList() {
  const from = byId('list').querySelector('[aria-current]');
  close();
  from?.focus();
}

async function tick() {
  if (document.hidden || Date.now() - touchedAt > awayAfterMs) return;
  if (account) await look();
  else if (account === undefined) await begin();
}

function touched() {
  const wasAway = Date.now() - touchedAt > awayAfterMs;
  touchedAt = Date.now();
  if (wasAway) void tick();
}

/** What fails without being foreseen is said like a server that is away: nobody waits for nothing. */
const on = (id, kind, act) =>
  byId(id)?.addEventListener(kind, (event) => void act(event).catch(() => say(words.tryAgain)));

on('sign-in', 'submit', signIn);
on('sign-out', 'click', signOut);
on('reload', 'click', reload);
on('older', 'click', showOlder);
byId('back')?.addEventListener('click', backToList);
for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, touched);
document.addEventListener('visibilitychange', () => void tick());
setInterval(() => void tick(), lookEveryMs);
void begin();
