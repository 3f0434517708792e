import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anybody } from './support/people.js';
import { open } from './support/routes.js';
import type { Role, World } from './support/world.js';

/** Where states are shown, and the words of which at least one stands there. */
const shown: readonly { path: string; role: Role; words: RegExp }[] = [
  { path: '/heute', role: 'coach', words: /Heute handeln|Diese Woche|Zur Kenntnis/ },
  { path: '/hinweise', role: 'coach', words: /Heute handeln|Diese Woche|Zur Kenntnis/ },
  { path: '/fristen?state=all&weeks=all', role: 'coordinator', words: /erledigt|Tag ist vorbei|entfallen/ },
  { path: '/postausgang?liste=cancelled', role: 'coordinator', words: /nicht gesendet|entfallen/i },
  { path: '/postausgang?liste=sent', role: 'coordinator', words: /gesendet/i },
  { path: '/postausgang?liste=planned', role: 'coordinator', words: /geplant|gehalten/i },
  { path: '/teilnehmende/:id', role: 'coach', words: /offen|erledigt|geplant|gültig/ },
  { path: '/teilnehmende', role: 'coach', words: /in \d+ Tagen|vor \d+ Tagen|heute|Woche|Monat/ },
  { path: '/leitstand', role: 'coordinator', words: /Heute handeln/ },
  { path: '/system', role: 'admin', words: /antwortet|läuft|in Ordnung|gestört|bereit/i },
];

/** Nothing is said by colour alone (WCAG 1.4.1): whoever sees no colour finds a word. */
export function inGrey(world: () => World): void {
  it.each(shown)('is told by words on $path', async ({ path, role, words }) => {
    const seat = await world().tab(role);
    const { page } = seat;
    const debug = await page.context().newCDPSession(page);
    await debug.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
    await open(page, path.includes(':id') ? `/teilnehmende/${await anybody(world(), seat)}` : path);
    await page.locator('main').getByText(words).locator('visible=true').first().waitFor();
    expect(await wordless(page)).toEqual([]);
  });
}

/** Whatever has a colour of its own and neither a word nor a name. */
const wordless = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main [data-colour], main [data-shade], main [data-state], main [data-severity], main [data-gone], main [data-changed], main [data-kind]',
      ),
    ]
      .filter((each) => each.checkVisibility())
      // a bar stands beside its words, which are in the same cell
      .filter((each) => !(each.ariaHidden === 'true' ? each.parentElement : each)?.textContent.trim())
      .map((each) => each.outerHTML.slice(0, 160)),
  );
