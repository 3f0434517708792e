import { expect, it } from '@jest/globals';
import type { World } from './support/world.js';

/** Every number opens its list, and both say the same. */
export function numbers(world: () => World): void {
  it.each(['', '?nach=commune', '?nach=coach', '?snoozed=all'])(
    'opens from each number of %p a list of as many',
    async (address) => {
      const { page } = await world().tab('coordinator');
      await page.goto(`/hinweise${address}`);
      const cells = page.locator('table a');
      await cells.first().waitFor();
      // the first, the last and one between: every cell is compared with its list where the API is tested
      const count = await cells.count();
      for (const at of new Set([0, Math.floor(count / 2), count - 1])) {
        await page.goto(`/hinweise${address}`);
        await cells.first().waitFor();
        const number = await cells.nth(at).textContent();
        await cells.nth(at).click();
        const listed = page.getByRole('status').filter({ hasText: /Hinweis/ });
        const words = number === '1' ? 'Ein Hinweis' : `${number} Hinweise`;
        await listed.filter({ hasText: words }).waitFor();
        expect(
          await page.getByRole('button', { name: /^Filter entfernen: .*: (false|true|all|none)$/ }).count(),
        ).toBe(0);
      }
    },
  );
}
