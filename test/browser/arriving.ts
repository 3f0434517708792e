import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { focusIs } from './support/focus.js';
import { heardOn, listen } from './support/heard.js';
import { open } from './support/routes.js';
import type { Role, World } from './support/world.js';

/** What lies over a page, what opens it, and where the focus is once it is closed. */
const over: readonly { name: string; role: Role; path: string; opener: string; key?: string }[] = [
  { name: 'the palette', role: 'coach', path: '/heute', opener: '[aria-keyshortcuts="Control+K"]' },
  { name: 'a person in short', role: 'coach', path: '/teilnehmende', opener: '[data-row] a' },
  {
    name: 'a view that is kept',
    role: 'coach',
    path: '/teilnehmende?phase=in_support',
    opener: 'button:has-text("Ansicht speichern")',
  },
  { name: 'the list of keys', role: 'coordinator', path: '/fristen', opener: '[data-row]', key: '?' },
  { name: 'a new account', role: 'admin', path: '/verwaltung', opener: 'button:has-text("Nutzer anlegen")' },
  {
    name: 'a new token',
    role: 'admin',
    path: '/verwaltung/zugaenge',
    opener: 'button:has-text("Zugang anlegen")',
  },
];

/** Where one is after going somewhere, and after something has opened or closed. */
export function arriving(world: () => World): void {
  it('moves the focus to the heading of a new page, says its name once and gives it as the title', async () => {
    const { page } = await world().tab('coach');
    await open(page, '/heute');
    for (const [link, heading, content] of [
      ['Hinweise', 'Braucht Aufmerksamkeit', '[data-row]'],
      ['Teilnehmende', 'Teilnehmende', 'tbody tr'],
      ['Programm', /^Programm/, 'h2'],
    ] as const) {
      const before = await page.title();
      await listen(page);
      await page
        .getByRole('navigation', { name: 'Hauptnavigation' })
        .getByRole('link', { name: link })
        .click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await focusIs(page, 'h1');
      await page.waitForFunction((title) => document.title !== title, before);
      // what a page says late is heard as its own, not as the next one's
      await page.locator('main').locator(content).first().waitFor();
      // the heading is said since it has the focus; beside it at most how long the list is
      expect((await heardOn(page)).slice(1)).toEqual([]);
    }
  });

  it.each(over)(
    'takes the focus into $name, keeps it there, and gives it back',
    async ({ role, path, opener, key }) => {
      const { page } = await world().tab(role);
      await open(page, path);
      const from = page.locator(opener).first();
      await from.focus();
      await page.keyboard.press(key ?? 'Enter');
      await page.getByRole('dialog').waitFor();
      await focusIs(page, '[role=dialog]');
      await staysInside(page, 'Tab');
      await staysInside(page, 'Shift+Tab');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await focusIs(page, opener.replace(/:has-text.*$/, ''));
      expect(await from.evaluate((element) => element === document.activeElement)).toBe(true);
    },
  );

  it('gives the focus back from the menu of the account, and from what can be recorded', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    await open(page, '/heute');
    await page.getByRole('button', { name: /^Konto von/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Einstellungen' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Einstellungen' }).waitFor({ state: 'detached' });
    await focusIs(page, '[aria-label^="Konto von"]');
    await page.locator('[data-row] [data-open]').first().click();
    await page.getByRole('heading', { name: 'Verlauf' }).waitFor();
    await focusIs(page, 'h1');
    await page.keyboard.press('m');
    await focusIs(page, '[role=dialog] [role=combobox]');
    await page.keyboard.press('Escape');
    await focusIs(page, '[aria-keyshortcuts="m"]');
  });
}

async function staysInside(page: Page, key: string): Promise<void> {
  for (let n = 0; n < 25; n += 1) {
    await page.keyboard.press(key);
    await focusIs(page, '[role=dialog]');
  }
}
