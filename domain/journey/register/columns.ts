import type { RetentionClass } from '../classes.js';

/** The columns of a register, by the names that the spreadsheet's header shows. */
export const registerColumns = [
  'Kennung',
  'Nachname',
  'Vorname',
  'Geburtsdatum',
  'Geschlecht',
  'Staatsangehörigkeit',
  'Sprache',
  'Kommune',
  'Telefon',
  'E-Mail',
  'Aufenthaltsstatus',
  'gültig bis',
  'Nebenbestimmung',
  'Coach',
  'Erstkontakt',
  'Deutschniveau',
  'Schulabschluss',
  'Bausteine',
  'Einwilligung am',
  'Einwilligung für',
  'Bemerkung',
] as const;

export type RegisterColumn = (typeof registerColumns)[number];

/** Cells that go with the paper, with the contact, and the remark; the others are of the case. */
const classes: Partial<Record<string, RetentionClass>> = {
  Aufenthaltsstatus: 'status',
  'gültig bis': 'status',
  Nebenbestimmung: 'status',
  Sprache: 'contact',
  Telefon: 'contact',
  'E-Mail': 'contact',
  Bemerkung: 'notes',
} satisfies Partial<Record<RegisterColumn, RetentionClass>>;

/** The retention class of what a column says. */
export const classOf = (column: string): RetentionClass => classes[column] ?? 'case';
