import { describe, expect, it } from '@jest/globals';
import { composeStaffMail } from './compose.js';
import type { NoticeLine } from './lines.js';

const head = { to: 'mara@example.org', urgent: false, publicUrl: 'https://lotse.example.org' };

const line = (journey: string, about: string, severity = 1): NoticeLine => ({
  journey,
  externalId: `AC-${journey}`,
  about,
  severity,
  day: '2026-11-30',
  text: `Etwas ist zu tun (${about})`,
});

describe('a mail to staff', () => {
  it('tells each journey under one heading, the one with the gravest matter first', () => {
    const { text } = composeStaffMail([line('1', 'a'), line('2', 'b', 3), line('1', 'c')], head);
    const told = [...text.matchAll(/AC-\d(?=\n)|\([abc]\)/g)].map(([found]) => found);
    expect(told).toEqual(['AC-2', '(b)', 'AC-1', '(a)', '(c)']);
  });

  it('looks at each line a few times, however many there are', () => {
    const asked = { times: 0 };
    const count = 1000;
    const lines = Array.from({ length: count }, (_, index) =>
      Object.defineProperty(line('', `m${index}`), 'journey', {
        get: () => ((asked.times += 1), `j${index}`),
      }),
    );
    composeStaffMail(lines, head);
    expect(asked.times).toBeLessThan(10 * count);
  });
});
