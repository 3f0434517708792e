import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Account } from '../http/ports.js';
import { entryOf, type Entry, type KnownPerson, type Place } from './entry.js';
import { NameDirectory } from './name-directory.js';

const account = (role: Account['role'], communes: string[] | null): Account => {
  return { id: 'account', role, communes, email: '', name: '', phone: null };
};
const everywhere = account('coordinator', null);

const entry = (id: string, person: KnownPerson, place: Partial<Place> = {}): Entry =>
  entryOf({ id, participant: `of ${id}`, commune: 'stolberg', coachId: null, version: 1, ...place }, person);

const merhawi = { givenName: 'Merhawi', familyName: 'Tesfay', bornOn: '2004-03-09', externalId: 'DS-0815' };

let directory: NameDirectory;
const found = (q: string, as = everywhere): string[] =>
  [...directory.inOrder('name', { q }, as)].flat().map(({ id }) => id);

beforeEach(() => {
  directory = new NameDirectory();
});

describe('a search', () => {
  it.each(['mer', 'tes mer', 'Merhawi Tesfay', 'ds-0815', '0815', 'ds0815'])('by „%s“ finds', (q) => {
    directory.put([entry('a', merhawi)]);
    expect(found(q)).toEqual(['a']);
  });

  it.each(['hawi', 'merhawi omar', '815', '…'])('by „%s“ does not find', (q) => {
    directory.put([entry('a', merhawi)]);
    expect(found(q)).toEqual([]);
  });

  it('names what is spelled alike before what only sounds alike', () => {
    directory.put([
      entry('sounds', { givenName: 'Muhamad', familyName: 'Abdi' }),
      entry('spelled', { givenName: 'Mohammed', familyName: 'Zaki' }),
    ]);
    expect(found('mohamed')).toEqual(['spelled', 'sounds']);
  });

  it('shows nobody twice whose name changes while it goes on', () => {
    directory.put([entry('a', { familyName: 'Mohamed' }), entry('b', { familyName: 'Muhamad' })]);
    const search = directory.inOrder('name', { q: 'mohamed' }, everywhere, undefined, 1);
    const first = search.next().value as { id: string }[];
    directory.put([entry('a', { familyName: 'Muhamad' }, { version: 2 })]);
    expect([first, ...search].flat().map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('finds where one word is spelled alike and the other only sounds so, whichever is longer', () => {
    directory.put([entry('a', { givenName: 'Mohamed', familyName: 'Tesfay' })]);
    expect([found('mohamed tesfei'), found('muhamad tesf'), found('muhamad omar')]).toEqual([
      ['a'],
      ['a'],
      [],
    ]);
    expect([...directory.ranks({ q: 'mohamed tesfei' }, everywhere)]).toEqual([['a', 1]]);
  });

  it('never leaves the scope', () => {
    directory.put([entry('a', merhawi, { commune: 'monschau' })]);
    expect(found('merhawi', account('coordinator', ['stolberg']))).toEqual([]);
    expect(found('merhawi', account('admin', null))).toEqual([]);
    expect(found('merhawi', account('coordinator', ['monschau']))).toEqual(['a']);
  });

  it('does not tell a coach which language a colleague’s participant speaks', () => {
    const speaking = { ...merhawi, language: 'fa-AF' };
    directory.put([entry('hers', speaking), entry('other', speaking, { coachId: 'colleague' })]);
    const coach = account('coach', ['stolberg']);
    expect([...directory.ranks({ language: 'fa' }, coach).keys()]).toEqual(['hers']);
    expect([...directory.ranks({ q: 'mer' }, coach).keys()]).toEqual(['hers', 'other']);
  });
});

describe('an entry', () => {
  it('is replaced by a newer one, and not by an older one', () => {
    directory.put([entry('a', merhawi, { version: 3 })]);
    directory.put([entry('a', { givenName: 'Robel', familyName: 'Tesfay' }, { version: 4 })]);
    directory.put([entry('a', merhawi, { version: 3 })]);
    expect([found('merhawi'), found('robel'), directory.size]).toEqual([[], ['a'], 1]);
  });

  it('of somebody who is forgotten is found by nothing, and stays in lists as the last', () => {
    directory.put([entry('a', merhawi), entry('b', { givenName: 'Zoe', familyName: 'Zander' })]);
    directory.forget('a');
    expect([found('merhawi'), found('ds-0815')]).toEqual([[], []]);
    expect([...directory.inOrder('name', {}, everywhere)].flat().map(({ id }) => id)).toEqual(['b', 'a']);
    expect(directory.duplicatesOf(merhawi, everywhere)).toEqual([]);
  });
});

describe('an order', () => {
  it('sorts German names as a telephone book, and a Kennung by its number', () => {
    const names = ['Özil', 'Odenthal', 'Zander', 'Oezcan', 'Ackermann'];
    directory.put(
      names.map((familyName, at) => entry(familyName, { familyName, externalId: `DS-${12 - at}` })),
    );
    const ids = (order: 'name' | 'externalId') =>
      [...directory.inOrder(order, {}, everywhere)].flat().map(({ id }) => id);
    expect(ids('name')).toEqual(['Ackermann', 'Odenthal', 'Oezcan', 'Özil', 'Zander']);
    expect(ids('externalId')).toEqual(['Ackermann', 'Oezcan', 'Zander', 'Odenthal', 'Özil']);
  });

  it('goes on behind a place that is gone, whoever came in before it', () => {
    const named = (familyName: string) => entry(familyName, { familyName });
    directory.put(['A', 'C', 'E'].map(named));
    const place = [...directory.inOrder('name', {}, everywhere)].flat()[1];
    directory.put([named('B'), named('D')]);
    directory.forget('C');
    const rest = [...directory.inOrder('name', {}, everywhere, place)].flat().map(({ id }) => id);
    expect(rest).toEqual(['D', 'E', 'C']);
  });
});

describe('a possible duplicate', () => {
  const ids = (newcomer: Parameters<NameDirectory['duplicatesOf']>[0], as = everywhere): string[] =>
    directory.duplicatesOf(newcomer, as).map(({ id }) => id);

  beforeEach(() => directory.put([entry('a', merhawi)]));

  it('has the same birth date and one name, also swapped', () => {
    expect(ids({ givenName: 'MERHAWI', familyName: 'Haile', bornOn: '2004-03-09' })).toEqual(['a']);
    expect(ids({ givenName: 'Tesfay', familyName: 'Merhawi', bornOn: '2004-03-09' })).toEqual(['a']);
  });

  it('is none by the names alone, by the birth date alone, or out of scope', () => {
    expect(ids({ ...merhawi, bornOn: '2004-03-10' })).toEqual([]);
    expect(ids({ givenName: 'Robel', familyName: 'Haile', bornOn: '2004-03-09' })).toEqual([]);
    expect(ids(merhawi, account('coordinator', ['monschau']))).toEqual([]);
  });

  it('is none of her own earlier journeys', () => {
    expect(ids({ ...merhawi, participant: 'of a' })).toEqual([]);
  });
});

describe('20,000 people', () => {
  it('are searched in less than 20 ms', () => {
    directory.put(
      Array.from({ length: 20_000 }, (_, at) =>
        entry(`id-${at}`, {
          givenName: `Given${at % 977}`,
          familyName: `Family${at % 1381}`,
          externalId: `DS-${at}`,
        }),
      ),
    );
    const took = Array.from({ length: 7 }, () => {
      const began = performance.now();
      expect(found('family7 giv').length).toBeGreaterThan(0);
      return performance.now() - began;
    });
    expect(Math.min(...took)).toBeLessThan(20);
  });
});
