import type { Page } from 'playwright-core';

/** A small phone, which is what 400 % of 1,280 px leaves; and text twice as large on an ordinary screen. */
const rooms = [
  { name: '320 px', width: 320, height: 640, text: 16 },
  { name: 'text of 200 %', width: 1280, height: 900, text: 32 },
] as const;

/** What has no room on a page that is small, or whose text is large: each in one line. */
export async function crampedOn(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  const found: string[] = [];
  for (const { name, width, height, text } of rooms) {
    await page.setViewportSize({ width, height });
    await textOf(page, text);
    // a table that becomes cards is drawn anew
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true]').length === 0);
    found.push(...(await withoutRoom(page)).map((what) => `${name}: ${what}`));
  }
  await textOf(page, 16);
  await page.setViewportSize(before);
  return found;
}

/** As somebody sets it in her browser: what is measured by the text goes by it, too. */
async function textOf(page: Page, standard: number): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Page.setFontSizes', { fontSizes: { standard } });
  await debug.detach();
}

/** The page itself must not be wider than the screen, only a named region may scroll, and no text is cut. */
const withoutRoom = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > window.innerWidth) found.push(`the page is ${scrollWidth} px wide`);
    for (const each of document.querySelectorAll<HTMLElement>('body *')) {
      if (each.scrollWidth <= each.clientWidth + 1 || each.clientWidth <= 1 || !each.checkVisibility())
        continue;
      const { overflowX, textOverflow, display } = getComputedStyle(each);
      if (overflowX === 'visible' || display === 'inline' || each.matches('input, textarea, select'))
        continue;
      const isScrolled = overflowX === 'auto' || overflowX === 'scroll';
      const isNamed = each.matches('[role=region], nav, [role=listbox], [role=dialog]');
      if (isScrolled ? isNamed : textOverflow === 'ellipsis') continue;
      found.push(`${isScrolled ? 'scrolls without a name' : 'is cut'}: ${each.outerHTML.slice(0, 120)}`);
    }
    return found;
  });
