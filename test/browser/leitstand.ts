import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FlagItem } from '../../contract/pages/flags.js';
import { Counted } from './support/counted.js';
import type { Seat, World } from './support/world.js';

/** A block of the overview, and what its lists say of their length. */
const blocks = [
  { block: /^Fristen der nächsten 16 Wochen/, list: '/fristen', one: 'Eine Frist', many: 'Fristen' },
  { block: /^Fluss durch die Phasen/, list: '/teilnehmende', one: 'Eine Person', many: 'Personen' },
  { block: /^Braucht Aufmerksamkeit/, list: '/hinweise', one: 'Ein Hinweis', many: 'Hinweise' },
] as const;

const blockOf = (page: Page, name: RegExp | string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });

/** The overview, all of it there. */
async function overview({ page }: Seat, address = '/leitstand'): Promise<void> {
  await page.goto(address);
  await blockOf(page, 'Arbeitslast').getByRole('row').nth(1).waitFor();
}

/** What the coordinators see of the region at once, and the list of deadlines behind it. */
export function leitstand(world: () => World): void {
  it.each(blocks)('opens from each number of $list a list of as many', async ({ block, list, one, many }) => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    const links = blockOf(page, block).locator('td a');
    // the first, the last and some between: every cell is compared with its list where the API is tested
    const count = await links.count();
    for (const at of new Set([0, Math.floor(count / 3), Math.floor(count / 2), count - 1])) {
      await overview(seat);
      const number = await links.nth(at).textContent();
      await links.nth(at).click();
      await page.waitForURL(`**${list}?**`);
      const listed = page.getByRole('status').filter({ hasText: number === '1' ? one : `${number} ${many}` });
      await listed.first().waitFor();
    }
  });

  it('opens from each column of what lies with a coach a list of as many', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    const row = blockOf(page, 'Arbeitslast').getByRole('row', { name: /Mara Lenz/ });
    const count = await row.locator('a').count();
    expect(count).toBeGreaterThan(1);
    for (let at = 0; at < count; at += 1) {
      await overview(seat);
      const number = Number(await row.locator('a').nth(at).textContent());
      await row.locator('a').nth(at).click();
      const words = number === 1 ? /^Eine? (?:Person|Hinweis|Frist)$/ : new RegExp(`^${number} `);
      await page.getByRole('status').filter({ hasText: words }).first().waitFor();
    }
  });

  it('names coaches in the order of the alphabet, and sorts them by no number', async () => {
    const seat = await world().tab('coordinator');
    await overview(seat);
    const block = blockOf(seat.page, 'Arbeitslast');
    const names = (await block.locator('tbody th').allTextContents()).filter((name) => name !== 'Ohne Coach');
    expect(names.length).toBeGreaterThan(5);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'de')));
    expect(await block.getByRole('button').count()).toBe(0);
  });

  it('leads by arrows through the weeks, and by Enter to a list', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    const map = blockOf(page, /^Fristen der nächsten/);
    const tabbable = map.locator('td a[tabindex="0"]');
    expect(await tabbable.count()).toBe(1);
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
    await tabbable.focus();
    const first = await focused();
    expect(first).toMatch(/^Aufenthaltspapier, KW \d+, \d+\. .*, (?:eine Frist|\d+ Fristen)$/);
    await page.keyboard.press('ArrowRight');
    const second = await focused();
    expect(second).toMatch(/^Aufenthaltspapier, KW/);
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).not.toMatch(/^Aufenthaltspapier/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    const last = await focused();
    await page.keyboard.press('Home');
    expect(await focused()).toBe(first);
    expect(last).not.toBe(first);
    expect(await tabbable.count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fristen?**');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  });

  it('holds commune and coach in the address, and leads back to them', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    const total = async (): Promise<string | null> =>
      blockOf(page, /^Braucht Aufmerksamkeit/)
        .getByRole('heading', { level: 2 })
        .textContent();
    const whole = await total();
    await page.getByRole('combobox', { name: 'Kommune' }).selectOption({ label: 'Eschweiler' });
    await page.waitForURL('**/leitstand?commune=eschweiler');
    await page.waitForFunction(
      (before) => document.querySelector('section h2')?.textContent !== before,
      whole,
    );
    const narrowed = await total();
    await blockOf(page, /^Fristen der nächsten/)
      .locator('td a')
      .first()
      .click();
    await page.waitForURL('**/fristen?**commune=eschweiler**');
    await page.getByRole('button', { name: 'Filter entfernen: Kommune: Eschweiler' }).waitFor();
    await page.goBack();
    await page.waitForURL('**/leitstand?commune=eschweiler');
    await blockOf(page, /^Braucht Aufmerksamkeit/).waitFor();
    expect(await total()).toBe(narrowed);
    expect(await page.getByRole('combobox', { name: 'Kommune' }).inputValue()).toBe('eschweiler');
  });

  it('10: leads from a number to the first call with 3 clicks', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    const me = new Counted(page);
    await me.click(
      blockOf(page, /^Braucht Aufmerksamkeit/)
        .locator('td a')
        .first(),
    );
    const call = page.locator('[data-row] a[href^="tel:"]').first();
    await call.waitFor();
    await call.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
    await me.click(call);
    expect(me.clicks).toBeLessThanOrEqual(3);
  });

  it('changes its numbers in place while others work', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    const heading = blockOf(page, /^Braucht Aufmerksamkeit/).getByRole('heading', { level: 2 });
    const before = await heading.textContent();
    const { items } = await world().api<{ items: FlagItem[] }>(seat, 'GET', '/flags?snoozed=false&limit=1');
    const [flag] = items;
    if (!flag) throw new Error('The demonstration has no flag.');
    const until = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(
      Date.now() + 86_400_000,
    );
    await world().api(seat, 'POST', `/flags/${flag.id}/snooze`, { until, reason: 'Rückruf am Nachmittag' });
    await page.waitForFunction((told) => document.querySelector('section h2')?.textContent !== told, before);
    await world().api(seat, 'DELETE', `/flags/${flag.id}/snooze`);
    await page.waitForFunction((told) => document.querySelector('section h2')?.textContent === told, before);
  });

  it('prints counts, and nothing to press', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.locator('button[data-not-printed]').isVisible()).toBe(false);
    for (const name of [/^Braucht/, /^Fristen/, /^Fluss/, /^Arbeitslast/]) {
      expect(await blockOf(page, name).isVisible()).toBe(true);
    }
    const [wide, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      window.innerWidth,
    ]);
    expect(wide).toBe(screen);
  });

  it('is a coordinator’s page; a coach is told so, and has her own deadlines', async () => {
    const { page } = await world().tab('coach');
    await page.goto('/leitstand');
    await page.getByText('Diese Seite gehört nicht zu Ihrer Rolle.').waitFor();
    await page.goto('/fristen');
    await page.getByText('Hier sehen Sie die Fristen der Fälle, die Sie begleiten.').waitFor();
    await page.locator('[data-row]').first().waitFor();
    expect(await page.getByRole('combobox', { name: 'Coach' }).count()).toBe(0);
  });

  it('lists deadlines by week; what is chosen stands in the address and in a chip', async () => {
    const { page } = await world().tab('coordinator');
    await page.goto('/fristen');
    await page.locator('[data-row]').first().waitFor();
    const groups = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(groups[0]).toMatch(/^Vor dieser Woche, noch offen \(\d+\)$/);
    expect(groups[1]).toMatch(/^KW \d+ · .* \(\d+\)$/);
    await page.getByLabel('Art').selectOption({ label: 'Teilhabeplan' });
    await page.getByLabel('Zeitraum').selectOption({ label: 'bis in 16 Wochen' });
    await page.waitForURL('**/fristen?kind=plan&weeks=16');
    await page.getByRole('button', { name: 'Filter entfernen: Art: Teilhabeplan' }).waitFor();
    const row = page.locator('[data-row]').first();
    await row.getByText('Teilhabeplan fortschreiben').waitFor();
    expect(await row.locator('[data-act]').count()).toBeGreaterThan(0);
    await page.keyboard.press('j');
    await page.keyboard.press('w');
    await page.waitForURL(/\/teilnehmende\/[0-9a-f-]{36}\?warum=/);
  });
}
