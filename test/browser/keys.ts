import { expect, it } from '@jest/globals';
import { anybody } from './support/people.js';
import { open } from './support/routes.js';
import type { World } from './support/world.js';

/** As the list of keys writes what `aria-keyshortcuts` says. */
const written = (keys: string): string => keys.replace('Control+', 'Strg ');

/** Single keys: all of them are told, none is taken from a field, and they can be switched off (WCAG 2.1.4). */
export function keys(world: () => World): void {
  it('are all in one list, which „?“ shows', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const told = new Set<string>();
    for (const path of ['/heute', '/teilnehmende', `/teilnehmende/${await anybody(world(), seat)}`]) {
      await open(page, path);
      const there = await page
        .locator('[aria-keyshortcuts]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-keyshortcuts') ?? ''));
      there.forEach((each) => told.add(written(each)));
    }
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Tasten' });
    await list.waitFor();
    const listed = await list.locator('kbd').allTextContents();
    expect(listed).toEqual(expect.arrayContaining([...told]));
    // what the code takes: global-keys.ts, use-row-keys.ts, row-keys.ts, head.tsx, use-message-key.ts, undo.tsx
    for (const key of [
      'Strg K',
      'Strg Z',
      'Strg .',
      '/',
      '?',
      'j k',
      'e',
      '1–9',
      's',
      'w',
      'a',
      'o',
      'x',
      'm',
      'n',
    ])
      expect(listed).toContain(key);
    for (const row of await list.getByRole('row').all())
      expect(((await row.getByRole('cell').textContent()) ?? '').length).toBeGreaterThan(2);
    for (const page of ['g h', 'g t', 'g w', 'g p', 'g r', 'g f']) expect(listed).toContain(page);
  });

  it('are never taken from a field', async () => {
    const { page } = await world().tab('coordinator');
    await open(page, '/teilnehmende');
    await page.locator('[data-page-search]').pressSequentially('gh?/jx');
    expect(await page.locator('[data-page-search]').inputValue()).toBe('gh?/jx');
    expect(new URL(page.url()).pathname).toBe('/teilnehmende');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('do nothing once they are switched off in the settings, and everything again once they are on', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const id = await anybody(world(), seat);
    await open(page, '/ich');
    const choice = page.getByRole('checkbox', { name: /einzelne Tasten/i });
    await choice.click();
    await page.getByText('Gespeichert.').first().waitFor();
    expect(await choice.isChecked()).toBe(false);
    try {
      for (const path of ['/heute', '/teilnehmende', `/teilnehmende/${id}`]) {
        await open(page, path);
        await page.getByRole('heading', { level: 1 }).click();
        const before = await page.evaluate(() => [location.href, document.activeElement?.tagName]);
        await page.keyboard.type('jkesw1oxmna?/gh');
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
        expect(await page.evaluate(() => [location.href, document.activeElement?.tagName])).toEqual(before);
        expect(await page.getByRole('dialog').count()).toBe(0);
      }
    } finally {
      await world().api(seat, 'PATCH', '/me', { settings: { singleKeys: true } });
    }
    await open(page, '/programm');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.type('gh');
    await page.waitForURL('**/heute');
  });
}
