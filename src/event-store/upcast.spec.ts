import { describe, expect, it } from '@jest/globals';
import { upcast } from './upcast.js';

describe('an event of an earlier schema', () => {
  it('is brought to today’s; one of today’s stays as it is', () => {
    const event = { type: 'MessageSent', schemaVersion: 1, plain: { key: 'k' } };
    expect(upcast(event)).toEqual(event);
  });

  it('is refused when a newer process wrote it', () => {
    const event = { type: 'MessageSent', schemaVersion: 2, plain: { key: 'k' } };
    expect(() => upcast(event)).toThrow('MessageSent of schema version 2 is unknown here');
  });
});
