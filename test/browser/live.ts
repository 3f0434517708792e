import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { listen, heardOn } from './support/heard.js';
import { somebody } from './support/people.js';
import { open } from './support/routes.js';
import type { World } from './support/world.js';

const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());

/** Of a list: where it is scrolled to, what has the focus, which row is first, how many there are. */
const placeIn = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    scroll: [window.scrollY, document.querySelector('[data-list]')?.scrollTop],
    focus: document.activeElement?.closest('[data-row]')?.querySelector('a')?.getAttribute('href'),
    first: document.querySelector('[data-row] a')?.getAttribute('href'),
    rows: document.querySelectorAll('[data-row]').length,
  }));

/** What one records, the other sees, and nothing jumps. */
export function live(world: () => World): void {
  it('see what the other records without asking', async () => {
    const [jana, deputy] = await Promise.all([world().seat('coach'), world().seat('coach')]);
    const person = await somebody(world(), jana, (item) => item.open);
    await Promise.all([jana, deputy].map(({ page }) => page.goto(`/teilnehmende/${person.id}`)));
    await deputy.page.getByRole('heading', { name: 'Verlauf' }).waitFor();
    await jana.page.getByRole('heading', { name: 'Verlauf' }).waitFor();
    const note = `Termin am Telefon verabredet ${Date.now()}`;
    const talk = { on: today(), channel: 'in_person', direction: 'in', reached: true, note };
    await world().api(jana, 'POST', `/journeys/${person.id}/contacts`, talk);
    const entry = deputy.page.getByText(note);
    await entry.waitFor({ timeout: 5000 });
    expect(await entry.count()).toBeGreaterThan(0);
  });

  it('keep their place while 50 things a second happen for ten seconds, and are told of it at most once', async () => {
    const reader = await world().seat('coach');
    const writer = await world().tab('coach');
    const people: string[] = [];
    for (let n = 0; n < 5; n += 1)
      people.push((await somebody(world(), writer, (item) => item.open && item.severity === null)).id);
    const list = await reader.context.newPage();
    const tabs = [reader.page, list] as const;
    await open(reader.page, '/heute');
    await open(list, '/teilnehmende');
    for (const page of tabs) {
      await page.locator('[data-row]').first().waitFor();
      await page.keyboard.type('jjj');
      await page.waitForFunction(() => document.activeElement?.closest('[data-row]') !== null);
      await page.evaluate(() => {
        window.scrollTo(0, 60);
        document.querySelector('[data-list]')?.scrollTo(0, 40);
      });
      await listen(page);
    }
    const before = await Promise.all(tabs.map(placeIn));
    // as the tab that holds the stream tells the others: 50 a second, whatever this machine can record meanwhile
    const teller = await reader.context.newPage();
    await teller.goto('/api/v1/me');
    const told = teller.evaluate(async (ids) => {
      const channel = new BroadcastChannel('lotse-changes');
      for (let n = 0; n < 500; n += 1) {
        channel.postMessage({ kind: 'journey', id: ids[n % ids.length] });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      channel.close();
    }, people);
    for (let n = 0; n < 10; n += 1) {
      const talk = { on: today(), channel: 'sms', direction: 'out', reached: false, note: `Versuch ${n}` };
      await world().api(writer, 'POST', `/journeys/${people[n % people.length]}/contacts`, talk);
    }
    await told;
    // the last of it has been asked for, and is drawn
    const asked = tabs.map((page, at) =>
      page.waitForResponse((answer) =>
        answer.url().includes(at === 0 ? '/api/v1/today' : '/api/v1/journeys?'),
      ),
    );
    const last = { on: today(), channel: 'sms', direction: 'out', reached: false, note: 'Letzter Versuch' };
    await world().api(writer, 'POST', `/journeys/${people[0]}/contacts`, last);
    await Promise.all(asked);
    await list.locator('[data-row][data-changed]').first().waitFor();
    expect(await Promise.all(tabs.map(placeIn))).toEqual(before);
    for (const page of tabs) expect((await heardOn(page)).length).toBeLessThanOrEqual(1);
  }, 90_000);
}
