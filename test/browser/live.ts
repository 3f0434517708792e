import { expect, it } from '@jest/globals';
import { Counted } from './support/counted.js';
import { somebody } from './support/people.js';
import type { World } from './support/world.js';

/** What one records, the other sees, and nothing jumps. */
export function live(world: () => World): void {
  it('see what the other records without asking', async () => {
    const [jana, deputy] = await Promise.all([world().seat('coach'), world().seat('coach')]);
    const person = await somebody(world(), jana, ({ open }) => open);
    await Promise.all([jana, deputy].map(({ page }) => page.goto(`/teilnehmende/${person.id}`)));
    await deputy.page.getByRole('heading', { name: 'Verlauf' }).waitFor();
    await jana.page.getByRole('heading', { name: 'Verlauf' }).waitFor();
    const note = `Termin am Telefon verabredet ${Date.now()}`;
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
    const talk = { on: day, channel: 'in_person', direction: 'in', reached: true, note };
    await world().api(jana, 'POST', `/journeys/${person.id}/contacts`, talk);
    const entry = deputy.page.getByText(note);
    await entry.waitFor({ timeout: 5000 });
    expect(await entry.count()).toBeGreaterThan(0);
  });

  it('keep their place while much happens: the first row, the focus and the scroll stay', async () => {
    const [reader, writer] = await Promise.all([world().seat('coach'), world().seat('coach')]);
    const { page } = reader;
    await page.locator('[data-row]').nth(3).waitFor();
    await new Counted(page).type('jjj');
    const state = (): Promise<unknown> =>
      page.evaluate(() => ({
        scroll: window.scrollY,
        focus: document.activeElement?.textContent,
        first: document.querySelector('[data-row] [data-open]')?.getAttribute('href'),
        rows: document.querySelectorAll('[data-row]').length,
      }));
    const before = await state();
    const people = [];
    for (let n = 0; n < 5; n += 1)
      people.push(await somebody(world(), writer, ({ open, severity }) => open && severity === null));
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
    for (let n = 0; n < 60; n += 1) {
      const { id } = people[n % people.length] ?? { id: '' };
      const talk = { on: day, channel: 'sms', direction: 'out', reached: false, note: `Versuch ${n}` };
      await world().api(writer, 'POST', `/journeys/${id}/contacts`, talk);
    }
    await page.waitForTimeout(1500);
    expect(await state()).toEqual(before);
  });
}
