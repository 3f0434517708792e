import { expect, it } from '@jest/globals';
import { smoke } from './support/smoke.js';
import { historyTwoYears } from './topics/history-two-years.js';

it('finds short histories that hold something', async () => {
  const figures = await smoke(historyTwoYears);
  expect(figures['history_events_two_years']).toBeGreaterThan(5);
  expect(figures['history_events_two_years']).toBeLessThanOrEqual(200);
  expect(figures['history_bytes_two_years']).toBeGreaterThan(500);
}, 240_000);
