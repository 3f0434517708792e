import type { Page } from 'playwright-core';

interface Heard {
  heard: string[];
}

/** From now on notes what a screen reader would say by itself: whatever changes in a region for status or alert. */
export const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const regions = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
    const noted = globalThis as unknown as Heard & { listens?: boolean };
    noted.heard = [];
    if (noted.listens) return;
    noted.listens = true;
    const said = new WeakMap<Element, string>();
    for (const region of document.querySelectorAll(regions)) said.set(region, region.textContent.trim());
    const hear = (region: Element): void => {
      const text = region.textContent.trim();
      if (text !== '' && text !== said.get(region)) noted.heard.push(`${region.role ?? 'status'}: ${text}`);
      said.set(region, text);
    };
    new MutationObserver((records) => {
      const changed = new Set<Element>();
      for (const { target, addedNodes } of records) {
        const within = target instanceof Element ? target : target.parentElement;
        const around = within?.closest(regions);
        if (around) changed.add(around);
        // an alert is said, too, when it comes with its words
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const alert of [node, ...node.querySelectorAll('[role=alert]')])
              if (alert.matches('[role=alert]')) changed.add(alert);
      }
      changed.forEach(hear);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

/** What was said since then, in order. */
export const heardOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as Heard).heard);
