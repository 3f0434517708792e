import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { World } from './support/world.js';

/** Who comes in, by which door, and where she begins. */
export function signingIn(world: () => World): void {
  it('lets a coach in with one click, and she begins with today', async () => {
    const { page, complaints } = await world().signedIn('coach');
    await page.waitForURL('**/heute');
    await page.waitForFunction(() => document.title === 'Heute – Lotse');
    expect(await inBar(page)).toEqual(['Heute', 'Teilnehmende', 'Hinweise', 'Postausgang', 'Programm']);
    expect(complaints).toEqual([]);
  });

  it('lets a coordinator in, and she begins with the overview of her region', async () => {
    const { page } = await world().signedIn('coordinator');
    await page.waitForURL('**/leitstand');
    await page.getByRole('heading', { level: 1, name: 'Leitstand' }).waitFor();
    expect(await inBar(page)).toEqual([
      'Leitstand',
      'Teilnehmende',
      'Hinweise',
      'Fristen',
      'Postausgang',
      'Programm',
    ]);
  });

  it('keeps what a coordinator needs less often behind her initials', async () => {
    const { page } = await world().tab('coordinator');
    await page.goto('/leitstand');
    for (const [name, path] of [
      ['Heute', '/heute'],
      ['System', '/system'],
      ['Import', '/import'],
    ] as const) {
      await page.getByRole('button', { name: /^Konto/ }).click();
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForURL(`**${path}`);
      // the menu closes when the page is there, not when its address is
      await page.waitForFunction((title) => document.title.startsWith(title), name);
    }
  });

  it('lets in with the password that was printed, to the page that was asked for', async () => {
    const { page } = await world().guest();
    await page.goto('/teilnehmende');
    const screen = world().lotse.screen();
    const password = /with the password (\S+)/.exec(screen)?.[1] ?? '';
    const email = /^ +coach +(\S+)$/m.exec(screen)?.[1] ?? '';
    await page.getByLabel('E-Mail').fill(email);
    await page.getByLabel('Passwort', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Teilnehmende' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/teilnehmende');
  });

  it('says the same of a wrong password as of an unknown address, and keeps the address', async () => {
    const { page } = await world().guest();
    await page.goto('/anmelden');
    await page.getByLabel('E-Mail').fill('niemand@example.org');
    await page.getByLabel('Passwort', { exact: true }).fill('falsch');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'E-Mail oder Passwort stimmt nicht.' }).waitFor();
    expect(await page.getByLabel('E-Mail').inputValue()).toBe('niemand@example.org');
    expect(
      await page
        .getByLabel('Passwort', { exact: true })
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
  });

  it('tells whoever opens a page of another role so, with a way home', async () => {
    const { page } = await world().tab('admin');
    await page.goto('/heute');
    await page.getByRole('heading', { name: 'Diese Seite gehört nicht zu Ihrer Rolle.' }).waitFor();
    await page.getByRole('link', { name: 'Zur Startseite' }).click();
    await page.waitForURL('**/system');
  });
}

/** The pages in the bar on top, without the number beside one of them. */
async function inBar(page: Page): Promise<string[]> {
  const names = await page.getByRole('navigation').getByRole('link').allTextContents();
  return names.map((name) => name.replace(/\d+$/, ''));
}
