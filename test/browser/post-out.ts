import { expect, it } from '@jest/globals';
import { findingsOn } from './support/axe.js';
import type { World } from './support/world.js';

/** What was written to whom, and what not. */
export function postOut(world: () => World): void {
  it('opens from each number a list of as many', async () => {
    const { page } = await world().tab('coordinator');
    await page.goto('/postausgang');
    const tabs = page.getByRole('navigation', { name: 'Nachrichten nach Zustand' }).getByRole('link');
    await tabs.first().waitFor();
    const names = await tabs.allTextContents();
    expect(names.length).toBe(7);
    for (const [at, name] of names.entries()) {
      const count = Number(/(\d+)$/.exec(name)?.[1]);
      await tabs.nth(at).click();
      const said = count === 0 ? 'Keine Nachricht' : count === 1 ? 'Eine Nachricht' : `${count} Nachrichten`;
      await page
        .getByRole('status')
        .filter({ hasText: new RegExp(`^${said}$`) })
        .waitFor();
      if (count === 0) continue;
      const rows = page.locator('tr[data-row]');
      await rows.first().waitFor();
      await page.waitForFunction(
        (wanted) => document.querySelectorAll('tr[data-row]').length === wanted,
        Math.min(count, 100),
      );
    }
  });

  it('says why a message did not go out, and what it says, in its language and in German', async () => {
    const { page, complaints } = await world().tab('coach');
    await page.goto('/postausgang?liste=cancelled');
    await page
      .getByText(/^Nicht gesendet: /)
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /^Text und Ablauf: / })
      .first()
      .click();
    const text = page.locator('article [lang]').first();
    await text.waitFor();
    expect(await text.getAttribute('dir')).toMatch(/^(ltr|rtl)$/);
    expect(await findingsOn(page)).toEqual([]);
    expect(new URL(page.url()).searchParams.get('warum')).toMatch(/^[0-9a-f-]{36}$/);
    await page.reload();
    await text.waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps a searched name out of the address, and finds the person’s messages', async () => {
    const { page } = await world().tab('coach');
    await page.goto('/postausgang?liste=planned');
    const first = page.locator('tr[data-row] th a').first();
    await first.waitFor();
    const name = (await first.textContent()) ?? '';
    const family = name.split(' ').at(-1) ?? '';
    await page.getByLabel('Name oder Kennung').fill(family.slice(0, 5));
    await page.waitForFunction(
      (begins) =>
        [...document.querySelectorAll('tr[data-row] th')].every(({ textContent }) =>
          textContent?.toLowerCase().includes(begins),
        ),
      family.slice(0, 3).toLowerCase(),
    );
    expect(decodeURIComponent(page.url())).not.toContain(family.slice(0, 5));
  });

  it('shows a caught mail in a frame that may do nothing', async () => {
    const { page, requests } = await world().tab('coach');
    await page.goto('/postausgang?liste=sent');
    await page
      .getByRole('button', { name: /^Text und Ablauf: / })
      .first()
      .click();
    await page.getByRole('button', { name: 'E-Mail im Original' }).click();
    // the past of a demonstration was made up: nothing of it went out, and that is said
    const frame = page.locator('iframe[sandbox=""]');
    await frame.or(page.getByText('Diese E-Mail wurde nicht abgefangen.')).first().waitFor();
    for (const url of requests) expect(new URL(url).origin).toBe(world().lotse.url);
  });

  it('gives administrators numbers and no message', async () => {
    const { page, requests } = await world().tab('admin');
    await page.goto('/postausgang');
    await page.getByText(/^Gesendet \d+$/).waitFor();
    expect(
      await page.getByRole('navigation', { name: 'Nachrichten nach Zustand' }).getByRole('link').count(),
    ).toBe(0);
    expect(requests.filter((url) => url.includes('/api/v1/messages'))).toEqual([]);
  });
}
