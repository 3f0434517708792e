import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findingsOn } from './support/axe.js';
import { edgelessOn, movingOn } from './support/media.js';
import { somebody } from './support/people.js';
import { open } from './support/routes.js';
import type { Role, World } from './support/world.js';

/** A page, and what is opened on it before it is looked at. */
const states: readonly { name: string; role: Role; path: string; open: (page: Page) => Promise<void> }[] = [
  { name: 'a form on today', role: 'coach', path: '/heute', open: openForm },
  { name: 'why something is to be done', role: 'coach', path: '/heute', open: openWhy },
  { name: 'the chosen, and an act on them', role: 'coach', path: '/teilnehmende', open: chooseAll },
  { name: 'a person in short', role: 'coach', path: '/teilnehmende', open: peekAtFirst },
  { name: 'the filters', role: 'coordinator', path: '/teilnehmende?paperWeeks=8', open: unfoldFilters },
  { name: 'a view that is kept', role: 'coach', path: '/teilnehmende?phase=in_support', open: keepView },
  { name: 'the faults of the intake', role: 'coach', path: '/teilnehmende/neu', open: submitEmpty },
  { name: 'the palette', role: 'coach', path: '/heute', open: openPalette },
  { name: 'the menu of the account', role: 'coach', path: '/heute', open: openMenu },
  { name: 'the list of keys', role: 'coordinator', path: '/fristen', open: openKeys },
  { name: 'the text of a message', role: 'coach', path: '/postausgang?liste=cancelled', open: openText },
  { name: 'a new account with faults', role: 'admin', path: '/verwaltung', open: openAccount },
  { name: 'a new token', role: 'admin', path: '/verwaltung/zugaenge', open: openToken },
  { name: 'deadlines, filtered', role: 'coach', path: '/fristen?kind=paper&state=all&weeks=all', open: none },
  { name: 'dates that are missing', role: 'coordinator', path: '/fristen?undated=true', open: none },
  { name: 'hints, filtered', role: 'coach', path: '/hinweise?severity=3&nach=commune', open: none },
  {
    name: 'the overview of nobody’s',
    role: 'coordinator',
    path: '/leitstand?coach=none&nach=commune',
    open: none,
  },
  { name: 'the overview as tables', role: 'coordinator', path: '/leitstand?als=tabelle', open: none },
  { name: 'messages to come', role: 'coordinator', path: '/postausgang?liste=planned', open: none },
  { name: 'the communes', role: 'admin', path: '/verwaltung/kommunen', open: none },
  {
    name: 'a text from right to left',
    role: 'admin',
    path: '/programm?teil=texts&eintrag=neutral_callback&sprache=ar',
    open: none,
  },
];

async function none(): Promise<void> {
  // its address opens it
}

async function openForm(page: Page): Promise<void> {
  await page.locator('[data-act][aria-haspopup]').first().click();
  await page.getByRole('form').waitFor();
}

async function openWhy(page: Page): Promise<void> {
  await page.locator('[data-why]').first().click();
  await page.getByRole('link', { name: 'Woher das kommt' }).first().waitFor();
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

async function keepView(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ansicht speichern' }).click();
  await page.getByLabel('Name der Ansicht').waitFor();
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

async function openKeys(page: Page): Promise<void> {
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Tasten' }).waitFor();
}

async function openText(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Text und Ablauf: / })
    .first()
    .click();
  await page.locator('article [lang]').first().waitFor();
}

async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nutzer anlegen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('dialog').getByRole('alert').first().waitFor();
}

async function openToken(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Zugang anlegen' }).click();
  await page.getByRole('dialog').getByLabel('Wofür').waitFor();
}

/** What a page shows when something is opened on it: axe in both schemes, and nothing moves or loses its edge. */
export function opened(world: () => World): void {
  it.each(states)('is for everybody, light and dark: $name', async ({ role, path, open: unfold }) => {
    const { page } = await world().tab(role);
    await open(page, path);
    await unfold(page);
    await looksRight(page);
  });

  it('is for everybody, light and dark: what is opened on the page of a person, and her past', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const { id } = await somebody(world(), seat, (item) => item.open);
    await open(page, `/teilnehmende/${id}`);
    await page
      .getByRole('button', { name: /^Warum/ })
      .first()
      .click();
    await page.locator('button[aria-keyshortcuts="m"]').click();
    await page.locator('input[role=combobox]').waitFor();
    await looksRight(page);
    await page.keyboard.type('kontakt eintragen');
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: /Kontakt/ }).waitFor();
    await looksRight(page);
    await page.goto(`/teilnehmende/${id}?stand=${new Date(Date.now() - 3_600_000).toISOString()}`);
    await page.getByText(/so war es damals bekannt/).waitFor();
    await looksRight(page);
  });
}

async function looksRight(page: Page): Promise<void> {
  const light = await findingsOn(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await findingsOn(page);
  await page.emulateMedia({ colorScheme: 'light' });
  expect({ light, dark, moving: await movingOn(page), edgeless: await edgelessOn(page) }).toEqual({
    light: [],
    dark: [],
    moving: [],
    edgeless: [],
  });
}
