import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findingsOn } from './support/axe.js';
import { somebody } from './support/people.js';
import type { Role, World } from './support/world.js';

const schemes = ['light', 'dark'] as const;

/** A page, and what is opened on it before it is looked at. */
const pages: readonly { name: string; role: Role; path: string; open?: (page: Page) => Promise<void> }[] = [
  { name: 'today', role: 'coach', path: '/heute' },
  { name: 'today with a form', role: 'coach', path: '/heute', open: openForm },
  { name: 'today of a coordinator', role: 'coordinator', path: '/heute' },
  { name: 'the overview', role: 'coordinator', path: '/leitstand' },
  { name: 'the overview of a coach', role: 'coordinator', path: '/leitstand?coach=none&nach=commune' },
  { name: 'the overview as tables', role: 'coordinator', path: '/leitstand?als=tabelle' },
  { name: 'the deadlines', role: 'coordinator', path: '/fristen?weeks=16' },
  { name: 'the deadlines, filtered', role: 'coach', path: '/fristen?kind=paper&state=all&weeks=all' },
  { name: 'dates that are missing', role: 'coordinator', path: '/fristen?undated=true' },
  { name: 'who needs attention', role: 'coordinator', path: '/hinweise' },
  { name: 'who needs attention, filtered', role: 'coach', path: '/hinweise?severity=3&nach=commune' },
  { name: 'the participants', role: 'coach', path: '/teilnehmende' },
  { name: 'the participants of the region', role: 'coordinator', path: '/teilnehmende' },
  { name: 'the participants, some chosen', role: 'coach', path: '/teilnehmende', open: chooseAll },
  { name: 'a person in short', role: 'coach', path: '/teilnehmende', open: peekAtFirst },
  { name: 'the filters', role: 'coordinator', path: '/teilnehmende?paperWeeks=8', open: unfoldFilters },
  { name: 'the intake', role: 'coach', path: '/teilnehmende/neu' },
  { name: 'the intake with faults', role: 'coach', path: '/teilnehmende/neu', open: submitEmpty },
  { name: 'the palette', role: 'coach', path: '/heute', open: openPalette },
  { name: 'the menu of the account', role: 'coach', path: '/heute', open: openMenu },
  { name: 'the settings', role: 'coach', path: '/ich' },
  { name: 'imports', role: 'coordinator', path: '/import' },
  { name: 'imports, in numbers', role: 'admin', path: '/import' },
  { name: 'the post out', role: 'coordinator', path: '/postausgang?liste=planned' },
  { name: 'the post out of a coach', role: 'coach', path: '/postausgang' },
  { name: 'the post out, in numbers', role: 'admin', path: '/postausgang' },
  { name: 'the programme', role: 'coach', path: '/programm' },
  { name: 'the deadlines of the programme', role: 'coordinator', path: '/programm?teil=deadlines' },
  {
    name: 'the texts of the programme',
    role: 'admin',
    path: '/programm?teil=texts&eintrag=neutral_callback&sprache=ar',
  },
  { name: 'the accounts', role: 'admin', path: '/verwaltung' },
  { name: 'the communes', role: 'admin', path: '/verwaltung/kommunen' },
  { name: 'the tokens', role: 'admin', path: '/verwaltung/zugaenge' },
  { name: 'the state of the system', role: 'admin', path: '/system' },
  { name: 'the state of the system, in short', role: 'coordinator', path: '/system' },
];

async function openForm(page: Page): Promise<void> {
  await page.locator('[data-act][aria-haspopup]').first().click();
  await page.getByRole('form').waitFor();
}

async function chooseAll(page: Page): Promise<void> {
  await page.getByLabel('Alle auswählen').check();
  await page.getByRole('button', { name: 'Kontakt eintragen' }).click();
  await page.getByRole('form', { name: 'Kontakt eintragen' }).waitFor();
}

async function peekAtFirst(page: Page): Promise<void> {
  await page.locator('[data-row] a').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('link', { name: 'Person öffnen' }).waitFor();
}

async function unfoldFilters(page: Page): Promise<void> {
  await page.getByText('Weitere Filter').click();
  await page.getByRole('combobox', { name: 'Sprache' }).waitFor();
}

async function submitEmpty(page: Page): Promise<void> {
  await page.getByRole('button', { name: /aufnehmen|Speichern/ }).click();
  await page.getByRole('alert').first().waitFor();
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.locator('input[role=combobox]').waitFor();
  await page.keyboard.type('a');
}

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Konto von/ }).click();
  await page.getByRole('link', { name: 'Einstellungen' }).waitFor();
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true]').length === 0);
}

/** Every page for everybody: axe, small screens, the keyboard. */
export function accessibility(world: () => World): void {
  it.each(schemes.flatMap((scheme) => pages.map((each) => ({ ...each, scheme }))))(
    'has nothing serious against it: $name ($scheme)',
    async ({ role, path, scheme, open }) => {
      const { page, context } = await world().seat(role, { colorScheme: scheme });
      await page.goto(path);
      await settled(page);
      await open?.(page);
      expect(await findingsOn(page)).toEqual([]);
      await context.close();
    },
  );

  it.each(schemes)(
    'has nothing serious against it: the page to sign in, and that of a person (%s)',
    async (scheme) => {
      const guest = await world().guest({ colorScheme: scheme });
      await guest.page.goto('/anmelden');
      await settled(guest.page);
      expect(await findingsOn(guest.page)).toEqual([]);
      const { page, context } = await world().seat('coach', { colorScheme: scheme });
      const person = await somebody(world(), { ...guest, page, context }, ({ open }) => open);
      await page.goto(`/teilnehmende/${person.id}`);
      await settled(page);
      expect(await findingsOn(page)).toEqual([]);
      await page
        .getByRole('button', { name: /^Warum/ })
        .first()
        .click();
      await page.locator('button[aria-keyshortcuts="m"]').click();
      await page.locator('input[role=combobox]').waitFor();
      expect(await findingsOn(page)).toEqual([]);
      await page.goto(`/teilnehmende/${person.id}?stand=${new Date(Date.now() - 3_600_000).toISOString()}`);
      await page.getByText(/so war es damals bekannt/).waitFor();
      expect(await findingsOn(page)).toEqual([]);
      await Promise.all([context.close(), guest.context.close()]);
    },
  );

  it('fits a screen of 320 px without scrolling sideways', async () => {
    const narrow = { viewport: { width: 320, height: 640 } };
    const [seat, admin] = [await world().seat('coach', narrow), await world().seat('admin', narrow)];
    const person = await somebody(world(), seat, ({ open }) => open);
    const places: readonly [page: Page, paths: readonly string[]][] = [
      [
        seat.page,
        [
          '/heute',
          '/hinweise',
          '/teilnehmende',
          '/teilnehmende/neu',
          `/teilnehmende/${person.id}`,
          '/postausgang?liste=planned',
          '/programm',
          '/programm?teil=deadlines',
          '/programm?teil=texts',
          '/ich',
        ],
      ],
      [admin.page, ['/verwaltung', '/verwaltung/zugaenge', '/system', '/import']],
    ];
    for (const [page, paths] of places) {
      await fits(page, paths);
    }
  });

  it('fits a screen of 320 px with the numbers of a region on it', async () => {
    const { page } = await world().seat('coordinator', { viewport: { width: 320, height: 640 } });
    await fits(page, ['/leitstand', '/fristen']);
  });

  it('moves the focus to the heading of a new page, and gives it back when something closes', async () => {
    const { page } = await world().seat('coach');
    await settled(page);
    await page.getByRole('link', { name: 'Hinweise' }).click();
    await page.getByRole('heading', { level: 1, name: 'Braucht Aufmerksamkeit' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    const opener = page.getByRole('button', { name: /Suchen oder eintragen/ });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.locator('input[role=combobox]').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-keyshortcuts') === 'Control+K',
    );
  });

  it('never takes single keys from a field, and lets them be switched off', async () => {
    const seat = await world().seat('coordinator');
    const { page } = seat;
    await page.goto('/teilnehmende');
    await settled(page);
    await page.locator('[data-page-search]').fill('');
    await page.locator('[data-page-search]').pressSequentially('gh?');
    expect(new URL(page.url()).pathname).toBe('/teilnehmende');
    await world().api(seat, 'PATCH', '/me', { settings: { singleKeys: false } });
    await page.reload();
    await settled(page);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.type('gh');
    await page.waitForTimeout(300);
    expect(new URL(page.url()).pathname).toBe('/teilnehmende');
    await world().api(seat, 'PATCH', '/me', { settings: { singleKeys: true } });
  });
}

/** That these pages are no wider than the screen. */
async function fits(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await settled(page);
    const [wide, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      window.innerWidth,
    ]);
    expect([path, wide]).toEqual([path, screen]);
  }
}
