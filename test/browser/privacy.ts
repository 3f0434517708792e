import { expect, it } from '@jest/globals';
import { somebody } from './support/people.js';
import type { World } from './support/world.js';

/** Addresses, titles, storage and other hosts: none hears of a person. */
export function privacy(world: () => World): void {
  it('asks no other host, breaks no policy, and leaves no name in an address, a title or the browser’s storage', async () => {
    const seat = await world().seat('coach');
    const { page, requests, complaints } = seat;
    const person = await somebody(world(), seat, ({ open }) => open);
    const [given = '', family = ''] = [person.name.givenName, person.name.familyName];
    const titles: string[] = [];
    for (const path of ['/heute', '/hinweise', '/teilnehmende', `/teilnehmende/${person.id}`, '/ich']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      titles.push(await page.title());
    }
    await page.goto('/teilnehmende');
    await page.locator('[data-page-search]').fill(family.slice(0, 4));
    await page.waitForTimeout(600);
    const addresses = [...requests.filter((url) => !url.includes('/api/v1/journeys?')), page.url()];
    for (const url of requests) expect(new URL(url).origin).toBe(world().lotse.url);
    for (const text of [...titles, ...addresses]) {
      expect(decodeURIComponent(text)).not.toMatch(
        new RegExp(`${given}|${family}|${person.externalId}`, 'i'),
      );
    }
    const stored = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    );
    expect(stored).not.toMatch(new RegExp(`${given}|${family}|${person.externalId}|@`, 'i'));
    expect(complaints).toEqual([]);
  });

  it('marks the demonstration on every page', async () => {
    const { page } = await world().tab('coordinator');
    for (const path of [
      '/leitstand',
      '/fristen',
      '/heute',
      '/hinweise',
      '/teilnehmende',
      '/system',
      '/ich',
    ]) {
      await page.goto(path);
      await page.getByText('Vorführung: Alle Personen sind erfunden.').waitFor();
    }
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });
}
