import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { newDataDir, startLotse, type RunningLotse } from '../../support/running-lotse.js';
import { startBrowser } from './browser.js';

const buttons = { coach: 'als Coach', coordinator: 'als Koordination', admin: 'als Technik' } as const;
export type Role = keyof typeof buttons;

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
  /** Somebody at a screen of her own, signed in by one click. */
  seat(role: Role, options?: BrowserContextOptions): Promise<Seat>;
  /** Somebody who has not signed in. */
  guest(options?: BrowserContextOptions): Promise<Seat>;
  /** Calls the API as whoever sits there. */
  api<Answer>(seat: Seat, method: string, path: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const [lotse, browser] = await Promise.all([
    startLotse({ LOTSE_DEMO: 'on' }, newDataDir(), ['npm', 'start']),
    startBrowser(),
  ]);
  const guest = async (options: BrowserContextOptions = {}): Promise<Seat> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'de-DE',
      reducedMotion: 'reduce',
      ...options,
      baseURL: lotse.url,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const seat: Seat = { page, context, complaints: [], requests: [] };
    page.on('pageerror', (error) => seat.complaints.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy|violates/i.test(message.text())) seat.complaints.push(message.text());
    });
    page.on('request', (request) => seat.requests.push(request.url()));
    return seat;
  };
  return {
    lotse,
    browser,
    guest,
    async seat(role, options) {
      const seat = await guest(options);
      await seat.page.goto('/anmelden');
      await seat.page.getByRole('button', { name: buttons[role] }).click();
      await seat.page.getByRole('button', { name: /^Konto von/ }).waitFor();
      return seat;
    },
    async api<Answer>({ context }: Seat, method: string, path: string, body?: unknown): Promise<Answer> {
      const answer = await context.request.fetch(`${lotse.url}/api/v1${path}`, {
        method,
        headers: { origin: lotse.url, 'accept-language': 'de' },
        ...(body !== undefined && { data: body }),
      });
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
      return (await answer.json()) as Answer;
    },
    async close() {
      await browser.close();
      await lotse.remove();
    },
  };
}
