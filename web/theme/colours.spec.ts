import { describe, expect, it } from '@jest/globals';
import { colours, grounds } from './colours.js';

/** Contrast of two colours by WCAG 2: 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What text needs, and what edges and icons need (WCAG 1.4.3, 1.4.11). */
const ofText = 4.5;
const ofEdge = 3;

const tones = ['lotse', 'act', 'soon', 'info', 'good', 'gray'] as const;
/** The steps that each scheme uses: for text and filled areas, for badges and their edges. */
const steps = {
  light: { text: 7, badgeText: 8, badgeGround: 0, badgeEdge: 6, heat: [0, 1, 2, 4, 7] },
  dark: { text: 3, badgeText: 2, badgeGround: 9, badgeEdge: 5, heat: [9, 8, 7, 3] },
} as const;

it('measures black on white as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(['light', 'dark'] as const)('The colours, %s', (scheme) => {
  const ground = grounds[scheme];
  const { text, badgeText, badgeGround, badgeEdge, heat } = steps[scheme];
  const layers = [ground.body, ground.surface, ground.sunken];

  it.each(['text', 'dimmed', 'placeholder', 'error', 'anchor'] as const)('let %s be read', (name) => {
    for (const layer of layers) expect(contrast(ground[name], layer)).toBeGreaterThanOrEqual(ofText);
  });

  it.each(['border', 'focus'] as const)('let the %s be seen', (name) => {
    for (const layer of layers) expect(contrast(ground[name], layer)).toBeGreaterThanOrEqual(ofEdge);
  });

  it.each(tones)('%s can be read as text, in badges and on filled areas', (tone) => {
    const scale = colours[tone];
    expect(contrast(scale[text], ground.surface)).toBeGreaterThanOrEqual(ofText);
    expect(contrast(ground.onFilled, scale[text])).toBeGreaterThanOrEqual(ofText);
    expect(contrast(scale[badgeText], scale[badgeGround])).toBeGreaterThanOrEqual(ofText);
    expect(contrast(scale[badgeEdge], scale[badgeGround])).toBeGreaterThanOrEqual(ofEdge);
  });

  it('let a number be read on every step of the heat map', () => {
    for (const step of heat) {
      const onStep = [ground.text, ground.onFilled, '#ffffff'].map((over) =>
        contrast(over, colours.lotse[step]),
      );
      expect(Math.max(...onStep)).toBeGreaterThanOrEqual(ofText);
    }
  });
});
