import { expect, it } from '@jest/globals';
import { blockOf, overview } from './leitstand.js';
import { findingsOn } from './support/axe.js';
import type { World } from './support/world.js';

/** The overview looked at in other ways: on paper, as tables, as of a past day. */
export function leitstandViews(world: () => World): void {
  it('prints counts, and nothing to press', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    await page.getByText('Gezählt werden die Fälle: Kommune ganze Region, Coach alle.').waitFor();
    for (const name of [/^Braucht/, /^Fristen/, /^Fluss/, /^Arbeitslast/]) {
      expect(await blockOf(page, name).isVisible()).toBe(true);
    }
    const [wide, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      window.innerWidth,
    ]);
    expect(wide).toBe(screen);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // A4 upright, in points
    expect(paper).toMatch(/\/MediaBox\s*\[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
  });

  it('says the same as tables with nothing drawn in them; the address holds that', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    const map = blockOf(page, /^Fristen der nächsten/);
    const numbers = async (): Promise<number[]> =>
      (await map.locator('td a').allTextContents()).map(Number).sort((a, b) => a - b);
    const drawn = await numbers();
    expect(await page.locator('[data-shade]').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Als Tabelle' }).click();
    await page.waitForURL('**/leitstand?als=tabelle');
    await map.getByRole('columnheader', { name: 'Kalenderwoche' }).waitFor();
    expect(await numbers()).toEqual(drawn);
    expect(await page.locator('[data-shade], [aria-hidden][style]').count()).toBe(0);
    await map.getByRole('row', { name: /Feiertag: .*25\.12\./ }).waitFor();
    const link = map.locator('td a').first();
    const number = await link.textContent();
    await link.click();
    await page.waitForURL('**/fristen?**');
    const said = number === '1' ? 'Eine Frist' : `${number} Fristen`;
    await page.getByRole('status').filter({ hasText: said }).first().waitFor();
    await page.goBack();
    await map.getByRole('columnheader', { name: 'Kalenderwoche' }).waitFor();
    await page.getByRole('button', { name: 'Als Tabelle', pressed: true }).click();
    await page.locator('[data-shade]').first().waitFor();
  });

  it('shows a past day as it was known then, whose numbers open nothing, and leads back', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    const stuck = blockOf(page, /^Braucht Aufmerksamkeit/);
    const now = await stuck.getByRole('heading').textContent();
    const { today } = await world().api<{ today: string }>(seat, 'GET', '/me');
    const day = new Date(Date.parse(today) - 60 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Stand vom').fill(day);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/leitstand?stand=${day}`);
    const told = `Stand vom .*${day.split('-').toReversed().join('\\.')}, wie damals bekannt\\.`;
    await page.getByText(new RegExp(told)).waitFor();
    await stuck.waitFor({ timeout: 30_000 });
    expect(await stuck.getByRole('heading').textContent()).not.toBe(now);
    expect(await page.locator('main td a').count()).toBe(0);
    expect(
      await blockOf(page, /^Fristen der/)
        .locator('[data-shade]')
        .count(),
    ).toBeGreaterThan(0);
    expect(await blockOf(page, 'Arbeitslast').count()).toBe(0);
    expect(await findingsOn(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Kommune' }).selectOption({ label: 'Eschweiler' });
    await page.waitForURL(new RegExp(`stand=${day}&commune=eschweiler`));
    await page.getByRole('button', { name: 'Zurück zu jetzt' }).click();
    await page.waitForURL('**/leitstand?commune=eschweiler');
    await stuck.locator('td a').first().waitFor();
  });
}
