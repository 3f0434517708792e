import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { withTopic, type Result } from './kept.js';
import { measured } from './measurement.js';
import { barsPicture } from './report/bars.js';
import { figuresTable, withBlock } from './report/markdown.js';
import { pageOf } from './report/page.js';
import { newestResult } from './report/result.js';
import { words } from './report/words.js';

const at = (path: string): URL => new URL(`../${path}`, import.meta.url);
const kept = newestResult(at('bench/results').pathname);
const page = readFileSync(at('docs/performance.md'), 'utf8');
const pictures = readdirSync(at('docs/pictures')).filter((name) => name.startsWith('performance-'));

const resultOf = (...measurements: Result['measurements']): Result => ({ ...kept, measurements });

describe('the page on performance', () => {
  it('tells what the newest run has found: else `npm run bench:report`', () => {
    expect(page).toBe(pageOf(kept, page).document);
  });

  it('shows the pictures of that run, and no others', () => {
    const drawn = new Map(pictures.map((name) => [name, readFileSync(at(`docs/pictures/${name}`), 'utf8')]));
    expect(drawn).toEqual(new Map(pageOf(kept, page).pictures));
  });

  it('keeps what stands around the figures, however often it is written', () => {
    const once = pageOf(resultOf(measured('rss_api_mb', 'MB', 401, { atMost: 450 })), page).document;
    expect(once).toContain('| memory of the API | ≤ 450    | 401 MB |');
    expect(pageOf(kept, once).document).toBe(page);
  });

  it('shows a figure that has no words by its name', () => {
    const { document } = pageOf(resultOf(measured('new_figure', 'ms', 3)), page);
    expect(document).toContain('| `new_figure` |');
  });
});

describe('topics that were measured one by one', () => {
  it('say when, on which commit, and what the machine gave then', () => {
    const run = { topic: 'reads', at: '2026-11-20T09:05:00.000Z', commit: 'abc1234', seconds: 60 };
    const speed = { before: 1800, after: 950 };
    const { document } = pageOf({ ...kept, topics: [{ ...run, speed }] }, page);
    expect(document).toContain('| reads | 2026-11-20 09:05 | abc1234 | 60 s | 1,800, then 950  |');
  });

  it('take the place of what they had found before, and ratios follow', () => {
    const run = (seconds: number) => ({ topic: 'milestones', at: kept.at, commit: 'abc1234', seconds });
    const first = withTopic(resultOf(measured('pgbench_statement_per_second', '/s', 1000)), run(1), {
      measurements: [measured('milestones_per_second', '/s', 100)],
      notMeasured: ['milestones: it broke off (nobody there)'],
    });
    const again = withTopic(first, run(2), { measurements: [measured('milestones_per_second', '/s', 200)] });
    const valueOf = (name: string) => again.measurements.filter((each) => each.name === name);
    expect(valueOf('milestones_per_second')).toMatchObject([{ value: 200 }]);
    expect(valueOf('milestones_vs_pgbench')).toMatchObject([{ value: 0.2 }]);
    expect(again.notMeasured.join()).not.toContain('broke off');
    expect(again.topics.filter(({ topic }) => topic === 'milestones')).toMatchObject([{ seconds: 2 }]);
  });
});

describe('the words', () => {
  it('say two things of no two figures', () => {
    const said = [...words.values()].map((each) => each.words);
    expect(said).toEqual([...new Set(said)]);
  });

  it('have room beside their bar', () => {
    const bars = [...words.values()].filter(({ plot }) => plot).map(({ bar, words }) => bar ?? words);
    expect(bars.filter((each) => each.length > 42)).toEqual([]);
  });
});

describe('a table of figures', () => {
  it('has the target, the median and the spread, and says what was missed', () => {
    const table = figuresTable(
      [measured('a', '/s', [900, 1234, 1100], { atLeast: 1200 })],
      ({ name }) => name,
    );
    expect(table.split('\n').at(-1)).toBe('| a    | ≥ 1200   | 1,100 /s, missed | 900 to 1,234      |');
  });

  it('needs its block in the document', () => {
    expect(() => withBlock('no block here', 'limits', 'text')).toThrow('no block limits');
  });
});

describe('a picture of bars', () => {
  const bars = [
    { words: 'one & all', value: 50, min: 40, max: 100 },
    { words: 'none', value: 0, min: 0, max: 0 },
  ];
  const picture = barsPicture('Speed', '/s', bars);

  it('says in words what it shows', () => {
    expect(picture).toContain('<title id="title">Speed</title>');
    expect(picture).toContain('<desc id="desc">one &amp; all: 50 /s; none: 0 /s.</desc>');
  });

  it('draws a bar by its value, and a spread where there is one', () => {
    expect([...picture.matchAll(/<rect [^>]*width="(\d+)"/g)].map(([, width]) => width)).toEqual([
      '160',
      '0',
    ]);
    expect(picture.match(/class="spread"/g)).toHaveLength(1);
  });

  it('has colours for light and dark', () => {
    expect(picture).toContain('prefers-color-scheme: dark');
  });
});

describe('the newest run', () => {
  it.each([
    { names: ['2026-11-20', '2026-11-27-short'], newest: '2026-11-20', why: 'a whole one before short ones' },
    { names: ['2026-11-20-short', '2026-11-27-short'], newest: '2026-11-27-short', why: 'else the newest' },
  ])('is $newest of $names: $why', ({ names, newest }) => {
    const folder = mkdtempSync(join(tmpdir(), 'lotse-results-'));
    for (const name of names) writeFileSync(join(folder, `${name}.json`), JSON.stringify({ at: name }));
    expect(newestResult(folder).at).toBe(newest);
    rmSync(folder, { recursive: true });
  });
});
