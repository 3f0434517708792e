import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineThemeOverride,
} from '@mantine/core';
import { colours, grounds } from './colours.js';

/** Size, colour and motion of everything; nothing is loaded, fonts are the system's. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'lotse',
  primaryShade: { light: 7, dark: 3 },
  black: grounds.light.text,
  white: '#ffffff',
  defaultRadius: 4,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, Consolas, monospace',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.4', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '20px', xl: '32px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.375rem' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' } },
  },
  variantColorResolver: (input) => ({
    ...defaultVariantColorsResolver(input),
    ...(input.variant === 'filled' && { color: 'var(--lotse-on-filled)' }),
  }),
  colors: colours,
});

type Ground = (typeof grounds)['light' | 'dark'];

const variablesOf = (ground: Ground): Record<string, string> => ({
  '--mantine-color-body': ground.body,
  '--mantine-color-text': ground.text,
  '--mantine-color-dimmed': ground.dimmed,
  '--mantine-color-placeholder': ground.placeholder,
  '--mantine-color-error': ground.error,
  '--mantine-color-anchor': ground.anchor,
  '--mantine-color-default-border': ground.border,
  '--lotse-on-filled': ground.onFilled,
  '--lotse-surface': ground.surface,
  '--lotse-sunken': ground.sunken,
  '--lotse-line': ground.line,
  '--lotse-border': ground.border,
  '--lotse-focus': ground.focus,
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf(grounds.light),
  dark: variablesOf(grounds.dark),
});
