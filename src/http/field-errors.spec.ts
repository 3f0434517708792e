import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { day, text } from '../../contract/routes/fields.js';
import { fieldErrors } from './field-errors.js';

function errors(schema: z.ZodType, input: unknown) {
  const result = schema.safeParse(input);
  return result.success ? [] : fieldErrors(result.error.issues, input);
}
const codes = (schema: z.ZodType, input: unknown) =>
  errors(schema, input).map(({ pointer, code }) => [pointer, code]);

describe('a bad field', () => {
  it('says the shape of what was found and what is expected', () => {
    const schema = z.strictObject({ on: z.iso.date(), level: z.enum(['A1', 'A2']), count: z.int().max(3) });
    expect(errors(schema, { on: 'gestern', level: null, count: 4 }).map((error) => error.message)).toEqual([
      'found a text of 7 characters, expected a calendar day YYYY-MM-DD that exists',
      'found null, expected one of A1, A2',
      'found a number, expected at most 3',
    ]);
    expect(codes(z.int(), 1.5)).toEqual([['', 'wrong-type']]);
    expect(codes(z.array(z.string()).min(1), [])).toEqual([['', 'too-short']]);
  });

  it('is named within the form that was meant', () => {
    const proof = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('paper'), on: z.iso.date() }),
      z.strictObject({ kind: z.literal('word') }),
    ]);
    expect(codes(z.strictObject({ proof }), { proof: { kind: 'paper', on: 1 } })).toEqual([
      ['/proof/on', 'wrong-type'],
    ]);
    expect(codes(z.strictObject({ proof }), { proof: { kind: 'x' } })).toEqual([
      ['/proof/kind', 'invalid-value'],
    ]);
    expect(codes(z.strictObject({ proof }), { proof: {} })).toEqual([['/proof/kind', 'required']]);
    const dayOrPeriod = z.union([z.iso.date(), z.strictObject({ from: z.iso.date() })]);
    expect(codes(dayOrPeriod, { from: 'x' })).toEqual([['/from', 'invalid-date']]);
    expect(codes(dayOrPeriod, 7)).toEqual([['', 'invalid-value']]);
  });

  it('may bring a code of its own', () => {
    const future = z.iso
      .date()
      .refine(() => false, { error: 'expected a day up to today', params: { code: 'date-in-future' } });
    expect(errors(future, '2026-11-23')).toEqual([
      {
        pointer: '',
        code: 'date-in-future',
        message: 'found a text of 10 characters, expected a day up to today',
      },
    ]);
    expect(codes(text(10), 'a\nb')).toEqual([]);
    expect(codes(text(10), 'a\u0007b')).toEqual([['', 'invalid-characters']]);
  });

  it('is named once, by what is wrong with it first', () => {
    expect(codes(z.strictObject({ on: day }), { on: '2027-02-29' })).toEqual([['/on', 'invalid-date']]);
    expect(codes(z.strictObject({ on: day }), { on: '2041-01-01' })).toEqual([['/on', 'invalid-date']]);
  });

  it('is a key that a record does not know', () => {
    expect(codes(z.record(z.enum(['a']), z.string()), { a: 'x', b: 'y' })).toEqual([['/b', 'unknown-field']]);
  });
});
