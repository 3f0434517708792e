import { describe, expect, it } from '@jest/globals';
import type { EventView } from '../../../contract/journeys/event.js';
import { instantInBerlin, readStand, stopAfter, stopBefore, stopsOf, wallInBerlin } from './stand.js';

describe('the instant of a wall clock in Berlin', () => {
  it.each([
    ['2026-09-01T10:00', '2026-09-01T08:00:00.000Z'],
    ['2026-11-23T10:00', '2026-11-23T09:00:00.000Z'],
    ['2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T00:30', '2026-10-24T22:30:00.000Z'],
  ])('%s is %s and back', (wall, instant) => {
    expect(instantInBerlin(wall)).toBe(instant);
    expect(wallInBerlin(instant)).toBe(wall);
  });

  it('is none where nothing was typed', () => {
    expect(instantInBerlin('')).toBeUndefined();
    expect(readStand('gestern')).toBeUndefined();
    expect(readStand(null)).toBeUndefined();
  });
});

describe('stops on the way back', () => {
  const at = (recordedAt: string, type = 'ContactRecorded') => ({ recordedAt, type }) as EventView;
  const stops = stopsOf([at('1'), at('2'), at('2'), at('3', 'AgendaChanged'), at('4')]);

  it('are the instants at which something was recorded, plans left out', () => {
    expect(stops).toEqual(['1', '2', '4']);
  });

  it('lead from now to the one before the last, and forth to now', () => {
    expect(stopBefore(stops, undefined)).toBe('2');
    expect(stopBefore(stops, '2')).toBe('1');
    expect(stopBefore(stops, '1')).toBeUndefined();
    expect(stopAfter(stops, '1')).toBe('2');
    expect(stopAfter(stops, '2')).toBeUndefined();
  });
});
