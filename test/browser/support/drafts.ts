import type { Page } from 'playwright-core';

/** How many drafts lie in this browser, sealed. */
export const draftsIn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('lotse', 1);
        request.addEventListener('error', () => reject(new Error('The browser keeps nothing.')));
        request.addEventListener('success', () => {
          const count = request.result.transaction('drafts').objectStore('drafts').count();
          count.addEventListener('success', () => {
            request.result.close();
            resolve(count.result);
          });
        });
      }),
  );

/** What is typed is kept a moment later. */
export async function untilDraftIsKept(page: Page): Promise<void> {
  while ((await draftsIn(page)) === 0) await page.waitForTimeout(50);
}
