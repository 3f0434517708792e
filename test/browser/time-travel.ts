import { expect, it } from '@jest/globals';
import type { Journey } from '../../contract/journeys/journey.js';
import { somebody } from './support/people.js';
import type { World } from './support/world.js';

const monthMs = 31 * 86_400_000;

/** What was known then, and back. */
export function timeTravel(world: () => World): void {
  it('shows a journey as it was known a month ago, with nothing to act on, and leads back', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const then = new Date(Date.now() - monthMs).toISOString();
    const person = await somebody(world(), seat, async ({ id, open }) => {
      if (!open) return false;
      const known = await world()
        .api<Journey>(seat, 'GET', `/journeys/${id}?asOf=${then}`)
        .catch(() => undefined);
      return known !== undefined;
    });
    await page.goto(`/teilnehmende/${person.id}?stand=${then}`);
    const banner = page.getByText(/so war es damals bekannt/);
    await banner.waitFor();
    await page.getByRole('heading', { name: 'Papier' }).waitFor();
    expect(await page.locator('main [data-act]').count()).toBe(0);
    expect(await page.locator('button[aria-keyshortcuts="m"]').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('button[aria-keyshortcuts="m"]').waitFor();
    expect(await banner.count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('stand')).toBeNull();
  });

  it('is entered from the page itself', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const person = await somebody(world(), seat, ({ open }) => open);
    await page.goto(`/teilnehmende/${person.id}`);
    await page.getByRole('heading', { name: 'Verlauf' }).waitFor();
    await page.getByRole('button', { name: /Stand/ }).click();
    await page.getByRole('button', { name: /vorheriges Ereignis/i }).click();
    await page.getByText(/so war es damals bekannt/).waitFor();
    expect(new URL(page.url()).searchParams.get('stand')).not.toBeNull();
  });
}
