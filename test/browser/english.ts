import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { findingsOn } from './support/axe.js';
import { addressOf, everybody, open, routes } from './support/routes.js';
import { structureOf } from './support/structure.js';
import type { World } from './support/world.js';

const folder = new URL('../../web/texts/', import.meta.url);

/** Every text of the pages in a language, by file and key. */
async function textsIn(language: 'de' | 'en'): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(new URL(`${language}/`, folder))) {
    const module = (await import(new URL(`${language}/${file}`, folder).href)) as Record<
      string,
      Record<string, string>
    >;
    for (const [key, text] of Object.values(module).flatMap((all) => Object.entries(all)))
      texts.set(`${file} ${key}`, text);
  }
  return texts;
}

/** German texts that are recognisable as such: a sentence or more than a word, without values, and other than in English. */
async function germanTexts(): Promise<string[]> {
  const english = new Set((await textsIn('en')).values());
  return [...(await textsIn('de')).values()].filter(
    (text) => text.length >= 10 && text.includes(' ') && !text.includes('{') && !english.has(text),
  );
}

/** The same pages for whoever reads English. */
export function english(world: () => World): void {
  it.each(everybody)('says nothing in German of its own on the pages of %s', async (role) => {
    const seat = await world().tab(role);
    const { page } = seat;
    const german = await germanTexts();
    expect(german.length).toBeGreaterThan(100);
    await open(page, '/ich');
    try {
      await page.getByRole('radio', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
      for (const route of routes.filter(({ roles }) => roles.includes(role))) {
        await open(page, await addressOf(route, world(), seat));
        expect(await page.locator('html').getAttribute('lang')).toBe('en');
        // texts of the programme may be German: they are the programme's
        const text = await page.evaluate(() => document.body.innerText);
        expect({
          at: route.route,
          german: german.filter((each) => text.includes(each)),
          keys: text.match(/\bundefined\b|\[object|\{\w+[,}]/g),
          axe: await findingsOn(page),
          built: await structureOf(page),
        }).toEqual({ at: route.route, german: [], keys: null, axe: [], built: [] });
      }
    } finally {
      await world().api(seat, 'PATCH', '/me', { settings: { language: 'de' } });
    }
  });
}
