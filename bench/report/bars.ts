import { grouped } from './markdown.js';

/** A figure as a bar, its spread as a line over it. */
export interface Bar {
  words: string;
  value: number;
  min: number;
  max: number;
}

const width = 760;
const left = 330;
const right = 110;
const rowHeight = 30;
const top = 44;

/** Readable on white and on black, wherever the picture is shown. */
const style = `
    text { font: 14px system-ui, sans-serif; fill: #1f2328 }
    .title { font-weight: 600 }
    .bar { fill: #3b78c3 }
    .spread { stroke: #1f2328; stroke-width: 1.5 }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 }
      .bar { fill: #3f7fce }
      .spread { stroke: #e6edf3 }
    }`;

/** A picture of bars, all by one measure that begins at 0; whoever does not see it is read what it says. */
export function barsPicture(title: string, unit: string, bars: readonly Bar[]): string {
  const height = top + bars.length * rowHeight + 8;
  const most = Math.max(...bars.map(({ max }) => max), Number.MIN_VALUE);
  const at = (value: number): number => Math.round(left + (value / most) * (width - left - right));
  const rows = bars.map(({ words, value, min, max }, index) => {
    const y = top + index * rowHeight;
    const middle = y + rowHeight / 2;
    const spread =
      min === max
        ? ''
        : `\n  <path class="spread" d="M${at(min)} ${middle}H${at(max)}M${at(min)} ${middle - 5}v10M${at(max)} ${middle - 5}v10"/>`;
    return `  <text x="${left - 10}" y="${middle + 5}" text-anchor="end">${escaped(words)}</text>
  <rect class="bar" x="${left}" y="${y + 5}" width="${at(value) - left}" height="${rowHeight - 10}" rx="2"/>${spread}
  <text x="${at(Math.max(max, value)) + 10}" y="${middle + 5}">${grouped(value)} ${escaped(unit)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
  <title id="title">${escaped(title)}</title>
  <desc id="desc">${escaped(inWords(unit, bars))}</desc>
  <style>${style}
  </style>
  <text class="title" x="10" y="26">${escaped(title)}</text>
${rows.join('\n')}
</svg>
`;
}

/** What the picture says, for who does not see it. */
export const inWords = (unit: string, bars: readonly Bar[]): string =>
  `${bars.map(({ words, value }) => `${words}: ${grouped(value)} ${unit}`).join('; ')}.`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
