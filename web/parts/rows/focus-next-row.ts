/** After something is done the focus goes to the next row, else the one before, else the page's heading: never to nowhere. */
export function focusNextRow(within: Element | null): void {
  const row = within?.closest('[data-row]');
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((each) => each === row);
  const next = rows[at + 1] ?? rows[at - 1] ?? document.querySelector<HTMLElement>('h1');
  requestAnimationFrame(() => {
    if (!next) return;
    if (!next.hasAttribute('tabindex')) next.tabIndex = -1;
    next.focus({ preventScroll: false });
  });
}
