import type { Page } from 'playwright-core';

/** What is amiss in how a page is built for whoever does not see it: landmarks, headings, tables, its language. */
export const structureOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = (selector: string): HTMLElement[] =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());
    const found: string[] = [];
    const once = (what: string, all: readonly unknown[]): void => {
      if (all.length !== 1) found.push(`${all.length} of ${what}`);
    };
    once(
      'banner',
      seen('header').filter((each) => !each.closest('main, article, section, [role=dialog]')),
    );
    once('main', seen('main'));
    once('h1', seen('h1'));
    if (seen('nav').some((each) => !each.ariaLabel && !each.getAttribute('aria-labelledby')))
      found.push('a navigation without a name');
    let level = 0;
    for (const heading of seen('h1, h2, h3, h4, h5, h6')) {
      const next = Number(heading.tagName.slice(1));
      if (next > level + 1) found.push(`h${level || '–'} is followed by h${next}: ${heading.textContent}`);
      level = next;
    }
    for (const table of seen('table')) {
      const caption = table.querySelector('caption')?.textContent?.trim();
      if (!caption) found.push(`a table without a caption: ${table.textContent.slice(0, 60)}`);
      for (const head of table.querySelectorAll('th:not([scope])'))
        found.push(`in „${caption}“ a head without a scope: ${head.textContent}`);
    }
    for (const region of seen('[role=region]'))
      if (!region.ariaLabel && !region.getAttribute('aria-labelledby')) found.push('a region without a name');
    if (!/^(?:de|en)$/.test(document.documentElement.lang)) found.push('no language');
    return found;
  });
