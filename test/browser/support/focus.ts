import type { Page } from 'playwright-core';

/** What has the focus, in a few words; `nothing` where it is lost to the page. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return !at || at === document.body ? 'nothing' : at.outerHTML.slice(0, 160);
  });

/** Waits until something has the focus that it is asked for, and says what has it where it never does. */
export async function focusIs(page: Page, selector: string): Promise<void> {
  await page
    .waitForFunction((wanted) => document.activeElement?.closest(wanted) !== null, selector)
    .catch(async () => {
      throw new Error(`The focus is not at ${selector} but at ${await focused(page)}.`);
    });
}

/** As `unseenFocus` says that nothing has it. */
export const nowhere = 'nothing has the focus';

/** What is amiss with the thing that has the focus: nothing has it, nobody sees that it has it, or it is covered. */
export const unseenFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate((nothing) => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return nothing;
    const shown = at.outerHTML.slice(0, 120);
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `no ring: ${shown}`;
    const { left, top, right, bottom } = at.getBoundingClientRect();
    const places = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 2, top + 2],
      [right - 2, top + 2],
      [left + 2, bottom - 2],
      [right - 2, bottom - 2],
    ] as const;
    const isSeen = places.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (at.contains(there) || there.contains(at)) && there !== document.body;
    });
    return isSeen ? undefined : `is covered: ${shown}`;
  }, nowhere);
