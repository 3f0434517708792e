import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { listen, heardOn } from './support/heard.js';
import { anybody } from './support/people.js';
import { open } from './support/routes.js';
import type { World } from './support/world.js';

/** Fields that find something: which list belongs to them, which option Enter takes, and how many there are. */
export function whatOpens(world: () => World): void {
  it('names the palette’s list, says which option is the active one, and how many were found', async () => {
    const { page } = await world().tab('coach');
    await open(page, '/programm');
    await page.keyboard.press('Control+K');
    await found(page, 'te', 'Name, Kennung, Seite oder Ansicht');
  });

  it('names the list of what can be recorded in the same way, and says why something can’t yet', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    await open(page, `/teilnehmende/${await anybody(world(), seat)}`);
    await page.keyboard.press('m');
    await found(page, 'e', 'Was möchten Sie eintragen?');
    const blocked = page.locator('[role=option][aria-disabled=true]');
    for (const text of await blocked.allTextContents()) expect(text).toMatch(/Es fehlt: .+/);
  });
}

async function found(page: Page, typed: string, name: string): Promise<void> {
  const field = page.locator('input[role=combobox]');
  await field.waitFor();
  await listen(page);
  await page.keyboard.type(typed);
  await page.getByRole('option').nth(1).waitFor();
  const list = page.getByRole('listbox');
  expect(await list.getAttribute('aria-label')).toBe(name);
  expect(await field.getAttribute('aria-controls')).toBe(await list.getAttribute('id'));
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  const active = async (): Promise<string | null> => {
    const selected = page.locator('[role=option][aria-selected=true]');
    expect(await selected.count()).toBe(1);
    const id = await selected.getAttribute('id');
    expect(await field.getAttribute('aria-activedescendant')).toBe(id);
    return id;
  };
  const first = await active();
  await page.keyboard.press('ArrowDown');
  expect(await active()).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  expect(await active()).toBe(first);
  expect((await heardOn(page)).at(-1)).toMatch(/^status: (?:Ein|\d+) (?:Treffer|\S+)/);
  await field.fill('xyzxyz');
  await page.waitForFunction(() => document.querySelectorAll('[role=option]').length === 0);
  expect(await field.getAttribute('aria-expanded')).toBe('false');
  expect(await field.getAttribute('aria-activedescendant')).toBeNull();
  await page
    .getByRole('status')
    .filter({ hasText: /Nichts|nichts|Kein/ })
    .first()
    .waitFor();
  await field.fill(typed);
  await page.getByRole('option').first().waitFor();
}
