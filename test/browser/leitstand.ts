import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FlagItem } from '../../contract/pages/flags.js';
import { findingsOn } from './support/axe.js';
import { Counted } from './support/counted.js';
import type { Seat, World } from './support/world.js';

/** A block of the overview, and what its lists say of their length. */
const blocks = [
  { block: /^Fristen der nächsten 16 Wochen/, list: '/fristen', one: 'Eine Frist', many: 'Fristen' },
  { block: /^Fluss durch die Phasen/, list: '/teilnehmende', one: 'Eine Person', many: 'Personen' },
  { block: /^Braucht Aufmerksamkeit/, list: '/hinweise', one: 'Ein Hinweis', many: 'Hinweise' },
] as const;

/** A block of the overview by its heading. */
export const blockOf = (page: Page, name: RegExp | string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });

/** The overview, all of it there. */
export async function overview({ page }: Seat, address = '/leitstand'): Promise<void> {
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
    const numbers = row.locator('a').filter({ hasText: /^\d+$/ });
    const count = await numbers.count();
    expect(count).toBeGreaterThan(1);
    for (let at = 0; at < count; at += 1) {
      await overview(seat);
      const number = Number(await numbers.nth(at).textContent());
      await numbers.nth(at).click();
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

  it('shares a coach’s journeys out, with what lies with both before and after', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await overview(seat);
    const row = blockOf(page, 'Arbeitslast').getByRole('row', { name: /Mara Lenz/ });
    const held = Number(await row.locator('td a').first().textContent());
    await row.getByRole('link', { name: 'Fälle verteilen: Mara Lenz' }).click();
    await page.waitForURL('**/teilnehmende?**coach=**');
    const form = page.getByRole('form', { name: 'Coach wechseln' });
    await form.getByLabel('Coach').selectOption({ index: 2 });
    const to = await form.getByLabel('Coach').locator('option:checked').textContent();
    await page.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
    const loads = page.locator('[data-loads]');
    const of = (name: string | null) =>
      loads.getByRole('row', { name: new RegExp(`^${name}`) }).locator('td');
    await of('Mara Lenz').first().waitFor();
    const [others = 0] = (await of(to).allTextContents()).map(Number);
    expect((await of('Mara Lenz').allTextContents()).map(Number)).toEqual([held, 0]);
    expect((await of(to).allTextContents()).map(Number)).toEqual([others, others + held]);
    await page.getByRole('button', { name: 'Niemanden ankreuzen' }).click();
    await page.locator('[data-outcome="done"] input').first().check();
    await page.locator('[data-outcome="done"] input').nth(1).check();
    expect((await of('Mara Lenz').allTextContents()).map(Number)).toEqual([held, held - 2]);
    expect((await of(to).allTextContents()).map(Number)).toEqual([others, others + 2]);
    expect(await findingsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('form').waitFor({ state: 'detached' });
    // asked for once: a new look at the list begins nothing
    await page.reload();
    await page.locator('tbody [data-row]').first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
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

  it('has the coach reminded of what needs attention, once, and says since when', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await page.goto('/hinweise');
    const row = page
      .locator('[data-row]')
      .filter({ has: page.getByRole('button', { name: 'Coach erinnern' }) });
    const name = (await row.first().locator('[data-open]').textContent()) ?? '';
    const title = await row.first().locator('xpath=ancestor::section').getByRole('heading').textContent();
    const same = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: title ?? '' }) })
      .locator('[data-row]')
      .filter({ hasText: name });
    await same.getByRole('button', { name: 'Coach erinnern' }).click();
    await same.getByText(/Coach erinnert .*Uhr/).waitFor();
    await same.getByRole('button', { name: 'Coach erinnern' }).waitFor({ state: 'detached' });
    await same.locator('[data-open]').click();
    await page
      .getByText(/Die Koordination hat am .* daran erinnert\./)
      .first()
      .waitFor();
  });

  it('gives a journey to a colleague from the list of those who need attention', async () => {
    const { page } = await world().tab('coordinator');
    await page.goto('/hinweise');
    const row = page
      .locator('[data-row]')
      .filter({ has: page.getByRole('button', { name: 'Coach wechseln' }) });
    const name = await row.first().locator('[data-open]').textContent();
    const theirs = page.locator('[data-row]').filter({ hasText: name ?? '' });
    await row.first().getByRole('button', { name: 'Coach wechseln' }).click();
    // whom it can be given to comes when it is wanted, and the form has the focus as any other
    const form = page.getByRole('form', { name: 'Coach wechseln' });
    const choice = form.locator('input[type=radio], option:not([value=""])').first();
    await choice.waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.activeElement?.closest('form') !== null);
    const isRadio = (await form.locator('input[type=radio]').count()) > 0;
    const to = isRadio ? await form.locator('label').first().textContent() : await choice.textContent();
    if (isRadio) await choice.check();
    else await form.getByRole('combobox').selectOption({ label: to ?? '' });
    await form.getByRole('button', { name: 'Speichern' }).click();
    await theirs
      .filter({ hasText: to ?? '' })
      .first()
      .waitFor();
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
