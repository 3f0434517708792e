import { expect, it } from '@jest/globals';
import { findingsOn } from './support/axe.js';
import type { World } from './support/world.js';

/** What coaches want of a message before it goes. */
export function steering(world: () => World): void {
  it('holds a message back and lets it go, by keyboard, and says by whom and why', async () => {
    const { page, complaints } = await world().tab('coach');
    await page.goto('/postausgang?liste=planned');
    const opener = page.getByRole('button', { name: /^Text und Ablauf: / }).last();
    await opener.focus();
    await page.keyboard.press('Enter');
    const id = new URL(page.url()).searchParams.get('warum') ?? '';
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'Zurückhalten' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Wir sprechen bald miteinander' }).focus();
    await page.keyboard.press('Space');
    // beneath the bar that stays on top, what is scrolled half away is no target
    await page.evaluate(() => scrollTo(0, 0));
    expect(await findingsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Speichern' }).focus();
    await page.keyboard.press('Enter');
    const release = page.getByRole('button', { name: 'Freigeben' });
    await release.waitFor();
    // the focus is still at this message
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-controls'))).toBe(
      `details-${id}`,
    );

    await page.goto(`/postausgang?liste=held&warum=${id}`);
    const row = page.locator(`tr[data-row="${id}"]`);
    await row.getByText(/^Zurückgehalten von .+: Gespräch kommt bald\.$/).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await release.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Zurückhalten' }).waitFor();
    await page.goto(`/postausgang?liste=planned&warum=${id}`);
    await page.locator(`tr[data-row="${id}"]`).waitFor();
    expect(await page.getByRole('button', { name: 'Freigeben' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('says in words why what was sent is not sent again', async () => {
    const { page } = await world().tab('coach');
    await page.goto('/postausgang?liste=sent');
    await page
      .getByRole('button', { name: /^Text und Ablauf: / })
      .first()
      .click();
    await page.getByText(/^Wird nicht noch einmal gesendet: .*zweimal/).waitFor();
    expect(await page.getByRole('button', { name: 'Erneut senden' }).count()).toBe(0);
  });
}
