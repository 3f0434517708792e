import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { focused, focusIs, nowhere, unseenFocus } from './support/focus.js';
import { anybody, somebody } from './support/people.js';
import { openAct } from './support/record.js';
import { open } from './support/routes.js';
import type { Role, World } from './support/world.js';

const walked: readonly { path: string; role: Role }[] = [
  { path: '/heute', role: 'coach' },
  { path: '/teilnehmende', role: 'coach' },
  { path: '/teilnehmende/:id', role: 'coach' },
  { path: '/postausgang?liste=planned', role: 'coach' },
  { path: '/leitstand', role: 'coordinator' },
  { path: '/programm', role: 'coordinator' },
  { path: '/verwaltung', role: 'admin' },
];
const stops = 40;

/** Where the keyboard is: always seen, and never nowhere. */
export function keepingFocus(world: () => World): void {
  it.each(walked)('is seen at each of the first stops of $path', async ({ path, role }) => {
    const seat = await world().tab(role);
    const { page } = seat;
    await open(page, path.includes(':id') ? `/teilnehmende/${await anybody(world(), seat)}` : path);
    const amiss: string[] = [];
    const isFirst = async (): Promise<boolean> => (await focused(page)).includes('href="#content"');
    let wasFirst = false;
    for (let n = 0; n < stops * 1.5; n += 1) {
      const key = n < stops ? 'Tab' : 'Shift+Tab';
      await page.keyboard.press(key);
      const found = await unseenFocus(page);
      // before the first stop and behind the last one is the browser itself
      const isOutside = found === nowhere && (key === 'Tab' ? n > 5 : wasFirst);
      if (isOutside) await page.keyboard.press(key);
      wasFirst = await isFirst();
      if (found !== undefined && !(isOutside && (wasFirst || key !== 'Tab'))) amiss.push(found);
    }
    expect(amiss).toEqual([]);
  });

  it('goes to the next row after an act, and back to it when the act is taken back or its line is closed', async () => {
    const { page } = await world().tab('coach');
    await open(page, '/heute');
    const act = page.locator('[data-row] [data-act="contact.reached"]').first();
    await act.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Rückgängig' }).waitFor();
    await focusIs(page, '[data-row]');
    await page.getByRole('button', { name: 'Rückgängig' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Zurückgenommen. Der Eintrag bleibt im Verlauf sichtbar.').waitFor();
    await focusIs(page, '[data-row]');
    await page.locator('[data-row] [data-act="contact.reached"]').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-undo]').waitFor();
    await focusIs(page, '[data-row]');
    await page.locator('[data-undo]').getByRole('button', { name: 'Schließen' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-undo]').waitFor({ state: 'detached' });
    await focusIs(page, '[data-row]');
  });

  it('stays in its row when somebody else does what the focus was at', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    await open(page, '/heute');
    const snooze = page.locator('[data-row] [data-act^="flag.snooze"]').first();
    const flag = ((await snooze.getAttribute('data-act')) ?? '').replace('flag.snooze.', '');
    await snooze.focus();
    const until = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(
      Date.now() + 86_400_000,
    );
    await world().api(seat, 'POST', `/flags/${flag}/snooze`, { until, reason: 'Rückruf am Nachmittag' });
    await page.locator('[data-row][data-gone]').first().waitFor();
    await focusIs(page, '[data-row]');
    await world().api(seat, 'DELETE', `/flags/${flag}/snooze`);
  });

  it('is somewhere after something was withdrawn, and after a view or a token is no more', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const { id } = await somebody(world(), seat, (item) => item.open);
    const form = await openAct(seat, id, 'kontakt eintragen');
    await form.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText(/Gespeichert\./).waitFor();
    await page
      .getByRole('button', { name: /^Zurücknehmen/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('form').getByLabel(/Grund/).waitFor();
    await page.keyboard.type('Falsche Person');
    await page.keyboard.press('Enter');
    await page.getByText('Zurückgenommen:').first().waitFor();
    await isSomewhere(page);

    await world().api(seat, 'POST', '/views', { name: 'Für einen Tag', filters: { phase: 'intake' } });
    await open(page, '/teilnehmende');
    await page.getByRole('link', { name: /^Für einen Tag/ }).click();
    await page.getByRole('button', { name: 'Ansicht bearbeiten' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ansicht löschen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Die Ansicht ist gelöscht.').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await isSomewhere(page);

    const admin = await world().tab('admin');
    await world().api(admin, 'POST', '/tokens', { label: 'Für einen Tag', days: 1 });
    await open(admin.page, '/verwaltung/zugaenge');
    await admin.page.getByRole('button', { name: /Für einen Tag.* zurückziehen/ }).focus();
    await admin.page.keyboard.press('Enter');
    await admin.page.getByRole('button', { name: 'Zugang zurückziehen' }).focus();
    await admin.page.keyboard.press('Enter');
    await admin.page.getByRole('row', { name: /Für einen Tag/ }).waitFor({ state: 'detached' });
    await isSomewhere(admin.page);
  });
}

async function isSomewhere(page: Page): Promise<void> {
  await page
    .waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body)
    .catch(() => undefined);
  expect(await focused(page)).not.toBe('nothing');
}
