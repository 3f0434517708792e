import { expect, it } from '@jest/globals';
import { findingsOn } from './support/axe.js';
import type { Role, World } from './support/world.js';

const parts = ['map', 'milestones', 'modules', 'deadlines', 'flags', 'texts', 'sources'] as const;

/** The definition, to be read. */
export function programme(world: () => World): void {
  it.each(['coach', 'coordinator', 'admin'] satisfies Role[])(
    'is readable in all its parts for a %s, without a key that nobody understands',
    async (role) => {
      const { page, complaints } = await world().tab(role);
      for (const part of parts) {
        await page.goto(part === 'map' ? '/programm' : `/programm?teil=${part}`);
        await page.getByRole('heading', { level: 1, name: /^Programm „/ }).waitFor();
        await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true]').length === 0);
        const text = await page.locator('main').innerText();
        expect([part, text.match(/\b[a-z]+_[a-z_]+\b|undefined|\[object/g)]).toEqual([part, null]);
        expect(await findingsOn(page)).toEqual([]);
      }
      expect(complaints).toEqual([]);
    },
  );

  it('leads from the map to a milestone, to its deadline, to the text that goes out', async () => {
    const { page } = await world().tab('coach');
    await page.goto('/programm');
    await page.getByRole('link', { name: 'Ausbildungsvertrag unterschrieben' }).first().click();
    const meant = page.locator('article[data-meant]');
    await meant.getByRole('heading', { name: 'Setzt Fristen in Gang' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    await meant.getByRole('link', { name: 'Ausbildungsbeginn' }).click();
    await meant.getByText(/^Quelle: /).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    await meant
      .getByRole('region', { name: /^Erinnerungen/ })
      .getByRole('link', { name: 'Ausbildungsbeginn' })
      .click();
    await page.locator('article [lang=de]').first().waitFor();
  });

  it('shows a text from right to left where it is written so, and whether somebody has read it', async () => {
    const { page } = await world().tab('coordinator');
    await page.goto('/programm?teil=texts');
    await page.getByRole('link', { name: /^Bitte anrufen auf Arabisch lesen: (un)?geprüft$/ }).click();
    const text = page.locator('article [lang=ar]');
    await text.waitFor();
    expect(await text.getAttribute('dir')).toBe('rtl');
    expect(await text.innerText()).toContain('02403 71 1234');
  });
}
