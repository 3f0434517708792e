import type { MantineColorsTuple } from '@mantine/core';

/** Ten steps each; the pairs that are used have the contrast that `colours.spec.ts` demands. */
export const colours = {
  lotse: ['#edf8fa', '#d6eff2', '#b2dfe5', '#83ccd4', '#51b6c1', '#1ca0ac', '#028792', '#07717a', '#015b63', '#014349'],
  act: ['#fef3f1', '#fee2de', '#fec6bf', '#fea196', '#fe7368', '#eb5249', '#d03833', '#b32322', '#941516', '#700b0d'],
  soon: ['#fef4ea', '#fbe5d1', '#f5cea9', '#ebb076', '#dc9241', '#c87807', '#a96503', '#8e5301', '#734302', '#553001'],
  info: ['#f0f6ff', '#dcebff', '#bbd9fe', '#93c1fc', '#6ca7f2', '#4e8fe1', '#3778c8', '#2563ad', '#19508f', '#103a6c'],
  good: ['#eff9f1', '#daf0df', '#bae2c3', '#91cfa1', '#68ba80', '#45a465', '#2a8d4f', '#14763e', '#06602f', '#024721'],
  gray: ['#f4f6f7', '#e7eaed', '#d1d6dc', '#b7bfc7', '#9ca6b0', '#858f9a', '#6f7983', '#5b646e', '#495159', '#353b42'],
  dark: ['#e7ebee', '#cdd4da', '#a8b3bd', '#7d8893', '#3a424b', '#2c333a', '#1c2126', '#14181c', '#101317', '#0b0d10'],
} as const satisfies Record<string, MantineColorsTuple>;

/** What is laid over Mantine's own values: with those, notes, errors and filled buttons lack contrast. */
export const grounds = {
  light: {
    body: '#f6f8f9',
    surface: '#ffffff',
    sunken: '#eceff2',
    text: '#1b2127',
    dimmed: '#4d5863',
    placeholder: '#5b646e',
    error: '#b32322',
    anchor: '#07717a',
    border: '#737d87',
    line: '#d1d6dc',
    onFilled: '#ffffff',
    focus: '#2563ad',
  },
  dark: {
    body: '#14181c',
    surface: '#1c2126',
    sunken: '#242a30',
    text: '#e7ebee',
    dimmed: '#a8b3bd',
    placeholder: '#a8b3bd',
    error: '#fea196',
    anchor: '#83ccd4',
    border: '#7d8893',
    line: '#3a424b',
    onFilled: '#1b2127',
    focus: '#93c1fc',
  },
} as const;
