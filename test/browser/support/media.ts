import type { Page } from 'playwright-core';

/** What moves by itself although the reader wants nothing to move. */
export const movingOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const moves = (style: CSSStyleDeclaration): boolean =>
      (style.transitionProperty !== 'none' && /[1-9]/.test(style.transitionDuration)) ||
      (style.animationName !== 'none' && style.animationName !== '');
    return [...document.querySelectorAll('*')]
      .filter((each) =>
        ['', '::before', '::after'].some((part) => moves(getComputedStyle(each, part || undefined))),
      )
      .map((each) => `moves: ${each.outerHTML.slice(0, 120)}`);
  });

/** Controls whose edge nobody sees where the system has only its own few colours. */
export async function edgelessOn(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const found = await page.evaluate(() => {
    // a box to tick that the browser draws itself has an edge of the system's
    const isNative = (each: HTMLElement): boolean =>
      each.matches('[type=checkbox], [type=radio]') && getComputedStyle(each).appearance !== 'none';
    const hasEdge = (style: CSSStyleDeclaration): boolean =>
      style.textDecorationLine.includes('underline') ||
      (['Top', 'Right', 'Bottom', 'Left'] as const).some(
        (side) =>
          style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) > 0,
      ) ||
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0);
    return [
      ...document.querySelectorAll<HTMLElement>(
        'button, [role=button], a[class*=Button], input:not([type=hidden]), select, textarea, summary',
      ),
    ]
      .filter((each) => each.checkVisibility() && !isNative(each) && !each.closest('.visually-hidden'))
      .filter((each) => ![each, each.parentElement].some((part) => part && hasEdge(getComputedStyle(part))))
      .map((each) => `has no edge: ${each.outerHTML.slice(0, 160)}`);
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}
