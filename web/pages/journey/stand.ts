import type { EventView } from '../../../contract/journeys/event.js';

/** The instant of a wall clock in Berlin, `2026-09-01T10:00` as a field gives it. */
export function instantInBerlin(wall: string): string | undefined {
  const guess = Date.parse(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) ? `${wall}:00Z` : '');
  if (Number.isNaN(guess)) return undefined;
  // two rounds: the offset of the guess may be another one than that of the instant itself
  const first = guess - offsetAt(guess);
  return new Date(guess - offsetAt(first)).toISOString();
}

/** The wall clock in Berlin, as a field takes it. */
export const wallInBerlin = (instant: string): string => {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at)).toISOString().slice(0, 16);
};

function offsetAt(at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(at / 1000) * 1000;
}

/** Where one can stop on the way back: the instants at which something was recorded, plans left out. */
export function stopsOf(events: readonly EventView[]): string[] {
  const told = events.filter(({ type }) => type !== 'AgendaChanged' && type !== 'NoticeQueued');
  return [...new Set(told.map(({ recordedAt }) => recordedAt))].sort();
}

/** The stop before an instant, or before now. */
export const stopBefore = (stops: readonly string[], stand: string | undefined): string | undefined =>
  stand === undefined ? stops.at(-2) : stops.findLast((stop) => stop < stand);

/** The stop after an instant; none: what follows is now. */
export const stopAfter = (stops: readonly string[], stand: string): string | undefined => {
  const next = stops.find((stop) => stop > stand);
  return next === stops.at(-1) ? undefined : next;
};

/** A `stand` as the address holds it, if it is an instant. */
export const readStand = (text: string | null): string | undefined => {
  // browsers read more as a date than is one
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}T/.test(text ?? '') ? (text ?? '') : '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/** Whether two parts of a journey say the same. */
export const sameParts = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
