import { expect, it } from '@jest/globals';
import { listen, heardOn } from './support/heard.js';
import { openAct } from './support/record.js';
import { somebody } from './support/people.js';
import { open } from './support/routes.js';
import type { World } from './support/world.js';

/** What things are called for whoever hears them. */
export function names(world: () => World): void {
  it('say in a table by what it is sorted, and how many are chosen', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    await open(page, '/teilnehmende');
    expect(await page.locator('caption').textContent()).toBe('Teilnehmende, sortiert nach: Name');
    const sorted = page.locator('th[aria-sort]');
    expect(await sorted.allTextContents()).toEqual(['Name']);
    await page.getByRole('button', { name: 'Letzter Kontakt' }).click();
    await page.waitForURL('**sort=lastContactOn**');
    await page.locator('th[aria-sort]', { hasText: 'Letzter Kontakt' }).waitFor();
    expect(await sorted.count()).toBe(1);
    await open(page, '/teilnehmende?phase=in_support');
    const total = await page.locator('tbody [data-row]').count();
    await listen(page);
    await page.locator('[data-row] a').first().focus();
    await page.keyboard.press('x');
    await page.getByText(`1 von ${total} ausgewählt`).last().waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText(`2 von ${total} ausgewählt`).last().waitFor();
    expect(await heardOn(page)).toEqual([
      `status: 1 von ${total} ausgewählt`,
      `status: 2 von ${total} ausgewählt`,
    ]);
    expect(await page.getByRole('checkbox', { name: / auswählen$/ }).count()).toBeGreaterThan(1);
  });

  it('tell of each week what is due in it, in words', async () => {
    const { page } = await world().tab('coordinator');
    await open(page, '/leitstand');
    const cells = page.locator('[data-cell]');
    await cells.first().waitFor();
    for (const name of await cells.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))))
      expect(name).toMatch(
        /^[^,]+(?:, [^,]+)*, (?:KW \d+, \d+\. (?:[A-Z]\S+ )?bis \d+\. [A-Z]\S+, (?:eine Frist|\d+ Fristen)|ohne Datum, (?:eine Person|\d+ Personen))$/,
      );
    const heads = page.locator('th[scope=col] .visually-hidden', { hasText: ' bis ' });
    expect(await heads.count()).toBe(16);
  });

  it('tell of each phase whether it was reached, and which one is now', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const { id } = await somebody(
      world(),
      seat,
      ({ open: isOpen, phase }) => isOpen && phase === 'in_support',
    );
    await open(page, `/teilnehmende/${id}`);
    const phases = page.locator('ol', { has: page.locator('[aria-current=step]') });
    expect(await phases.locator('[aria-current=step]').count()).toBe(1);
    const others = await phases.locator('> li:not([aria-current])').allTextContents();
    expect(others.length).toBeGreaterThan(5);
    for (const text of others) expect(text).toMatch(/, (?:erreicht|noch nicht erreicht|ausgelassen)/);
    const bars = page.getByRole('table', { name: 'Weg: Bausteine' }).locator('td .visually-hidden');
    for (const text of await bars.allTextContents()) expect(text).toMatch(/^\S.* \d+\. \S+ \d{4}|^\S.*\d{4}/);
  });

  it('tell of what happened the day, the time, what, and who recorded it; and first that it was taken back', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const { id } = await somebody(world(), seat, (item) => item.open);
    const form = await openAct(seat, id, 'kontakt eintragen');
    await form.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText(/Gespeichert\./).waitFor();
    const history = page.locator('section', {
      has: page.getByRole('heading', { level: 2, name: 'Verlauf' }),
    });
    const day = history.locator('div', { has: page.locator('> h3 + ol') });
    expect(await day.first().locator('h3').textContent()).toMatch(
      /^(?:Heute, )?[A-Z][a-z]+, \d+\. [A-Z]\S+/i,
    );
    const entry = day.first().locator('ol > li').first();
    await entry.filter({ hasText: 'Mara Lenz' }).waitFor();
    expect(await entry.textContent()).toMatch(/^\d\d:\d\d.+ · eingetragen von .+/);
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen. Der Eintrag bleibt im Verlauf sichtbar.').waitFor();
    const withdrawn = history.locator('li', { hasText: 'Zurückgenommen:' }).first();
    await withdrawn.waitFor();
    expect(await withdrawn.textContent()).toMatch(/^\d\d:\d\d Uhr ?Zurückgenommen: /);
  });

  it('say in which language a text is, and from which side it is read', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await open(page, '/postausgang?liste=sent&language=ar');
    await page
      .getByRole('button', { name: /^Text und Ablauf: / })
      .first()
      .click();
    const arabic = page.locator('article [lang=ar]').first();
    await arabic.waitFor();
    expect(await arabic.getAttribute('dir')).toBe('rtl');
    expect(await arabic.evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
    expect(await arabic.innerText()).toMatch(/[\u0600-\u06FF]/);
    const german = page.locator('article [lang=de]').first();
    expect(await german.getAttribute('dir')).toBe('ltr');
    // no text in another writing is without its language
    const without = await page.evaluate(() => {
      const found: string[] = [];
      const walk = document.createTreeWalker(
        document.querySelector('main') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walk.nextNode(); node; node = walk.nextNode())
        if (/[\u0600-\u06FF\u1200-\u137F\u0400-\u04FF]/.test(node.textContent ?? ''))
          if (node.parentElement?.closest('[lang]')?.matches('html')) found.push(node.textContent ?? '');
      return found;
    });
    expect(without).toEqual([]);
  });
}
