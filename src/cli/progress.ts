import type { Terminal } from './terminal.js';

const width = 30;
/** What is over within a second needs no bar. */
const shownAfterMs = 1000;

/** A bar on standard error, on a terminal only. */
export class Progress {
  private readonly began = performance.now();
  private drawn = false;

  constructor(private readonly terminal: Pick<Terminal, 'errIsTty' | 'draw'>) {}

  /** Says how many of how many are done, and what else is to be said. */
  update(done: number, total: number, more = ''): void {
    if (!this.terminal.errIsTty || performance.now() - this.began < shownAfterMs) return;
    const full = total === 0 ? width : Math.round((done / total) * width);
    const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total}`;
    this.terminal.draw(more === '' ? `\r${bar}` : `\r${bar} ${more}\u001b[K`);
    this.drawn = true;
  }

  /** Takes the bar away. */
  end(): void {
    if (this.drawn) this.terminal.draw('\r\u001b[K');
  }
}
