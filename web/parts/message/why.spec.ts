import { describe, expect, it } from '@jest/globals';
import { sentenceFor } from './why.js';

describe('why a message is where it is', () => {
  it('has a sentence for each code', () => {
    expect(sentenceFor(null)).toBeUndefined();
    expect(sentenceFor('done')).toEqual({ key: 'why_done', code: 'done' });
    expect(sentenceFor('smtp_550')).toEqual({ key: 'why_smtp', code: '550' });
    expect(sentenceFor('new_code')).toEqual({ key: 'why_other', code: 'new_code' });
  });
});
