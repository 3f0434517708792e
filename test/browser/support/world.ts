import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { newDataDir, startLotse, type RunningLotse } from '../../support/running-lotse.js';
import { startBrowser } from './browser.js';

const buttons = { coach: 'als Coach', coordinator: 'als Koordination', admin: 'als Technik' } as const;
export type Role = keyof typeof buttons;

/** Where the session of a role is kept while no test is at its screen. */
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A person at a screen. */
export interface Seat {
  page: Page;
  context: BrowserContext;
  /** What the browser complained about: errors of scripts, and what the policy forbade. */
  complaints: string[];
  /** Every address that was asked for. */
  requests: string[];
}

/** Lotse as the README starts it, with its demonstration, and a browser. */
export interface World {
  lotse: RunningLotse;
  browser: Browser;
  /** An empty tab in the browser that a role has open, for whatever is the same at any screen: nothing is loaded twice. */
  tab(role: Role): Promise<Seat>;
  /** Somebody who is signed in at a screen of her own, where she begins. Her session is the role's, which lasts. */
  seat(role: Role, options?: BrowserContextOptions): Promise<Seat>;
  /** Somebody at a screen of her own who has just signed in by one click: the session is hers to end. */
  signedIn(role: Role): Promise<Seat>;
  /** Somebody who has not signed in. */
  guest(options?: BrowserContextOptions): Promise<Seat>;
  /** Closes every tab and every screen of the test that has ended: what stays open hears of all that happens. */
  tidy(): Promise<void>;
  /** Calls the API as whoever sits there. */
  api<Answer>(seat: Seat, method: string, path: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const [lotse, browser] = await Promise.all([
    startLotse({ LOTSE_DEMO: 'on' }, newDataDir(), ['npm', 'start']),
    startBrowser(),
  ]);
  const open = new Set<{ close(): Promise<void> }>();
  const sessions = new Map<Role, Session>();
  const browsers = new Map<Role, BrowserContext>();
  const contextOf = async (options: BrowserContextOptions): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'de-DE',
      reducedMotion: 'reduce',
      ...options,
      baseURL: lotse.url,
    });
    context.setDefaultTimeout(15_000);
    return context;
  };
  const guest = async (options: BrowserContextOptions = {}): Promise<Seat> => {
    const context = await contextOf(options);
    open.add(context);
    return seatAt(await context.newPage());
  };
  const signedIn = async (role: Role): Promise<Seat> => {
    const seat = await guest();
    await seat.page.goto('/anmelden');
    await seat.page.getByRole('button', { name: buttons[role] }).click();
    await isIn(seat.page);
    return seat;
  };
  const sessionOf = async (role: Role): Promise<Session> => {
    const kept = sessions.get(role) ?? (await (await signedIn(role)).context.storageState());
    sessions.set(role, kept);
    return kept;
  };
  return {
    lotse,
    browser,
    guest,
    signedIn,
    async seat(role, options) {
      const seat = await guest({ ...options, storageState: await sessionOf(role) });
      await seat.page.goto('/');
      await isIn(seat.page);
      return seat;
    },
    async tab(role) {
      const context = browsers.get(role) ?? (await contextOf({ storageState: await sessionOf(role) }));
      browsers.set(role, context);
      const page = await context.newPage();
      open.add(page);
      return seatAt(page);
    },
    async tidy() {
      await Promise.all([...open].map((each) => each.close()));
      open.clear();
    },
    async api<Answer>({ context }: Seat, method: string, path: string, body?: unknown): Promise<Answer> {
      const answer = await context.request.fetch(`${lotse.url}/api/v1${path}`, {
        method,
        headers: { origin: lotse.url, 'accept-language': 'de' },
        ...(body !== undefined && { data: body }),
      });
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
      const text = await answer.text();
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    },
    async close() {
      await browser.close();
      await lotse.remove();
    },
  };
}

/** Notes what is asked for there, and what the browser complains of. */
function seatAt(page: Page): Seat {
  const seat: Seat = { page, context: page.context(), complaints: [], requests: [] };
  page.on('pageerror', (error) => seat.complaints.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|violates/i.test(message.text())) seat.complaints.push(message.text());
  });
  page.on('request', (request) => seat.requests.push(request.url()));
  return seat;
}

const isIn = (page: Page): Promise<void> => page.getByRole('button', { name: /^Konto von/ }).waitFor();
