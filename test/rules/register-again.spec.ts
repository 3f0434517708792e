import { describe, expect, it } from '@jest/globals';
import { currentPaper } from '../../domain/journey/facts.js';
import { lastRowOf } from '../../domain/journey/register/cells.js';
import {
  importedStory as imported,
  mara,
  merhawi,
  type Cells,
  type RegisterStory,
} from '../support/register-story.js';
import { paper } from '../support/wishes.js';

const paperOf = ({ state }: RegisterStory) => currentPaper(state)?.paper;
const deadlineOf = ({ deadlines }: RegisterStory, day: string) =>
  deadlines.find(({ dueRaw }) => dueRaw === day);

describe('a row that comes again', () => {
  it('changes nothing when it is the same, written otherwise, or blank', () => {
    const story = imported({ Bausteine: 'Coaching', Coach: mara.email, Bemerkung: 'Ruft an' });
    const row = { ...merhawi, Bausteine: 'Coaching', Coach: mara.email, Bemerkung: 'Ruft an' };
    expect(story.comes(row)).toEqual([]);
    expect(story.comes({ ...row, Aufenthaltsstatus: 'DULDUNG § 60a', 'gültig bis': '2027-03-15' })).toEqual(
      [],
    );
    const { Kennung, Nachname, Vorname, Geburtsdatum, Kommune } = merhawi;
    expect(story.comes({ Kennung, Nachname, Vorname, Geburtsdatum, Kommune } as Cells)).toEqual([]);
    expect(story.comes({ ...row, Telefon: '', 'gültig bis': '', Bausteine: '', Bemerkung: '' })).toEqual([]);
    expect(story.leaves({ ...row, Bausteine: '' })).toEqual([]);
  });

  it('is changed once: the edited row again changes nothing', () => {
    const story = imported();
    const edited = { ...merhawi, Telefon: '02403 2', Vorname: 'Merhawy', 'gültig bis': '15.09.2027' };
    expect(story.comes(edited)).toEqual(['RegisterRowUpdated', 'ParticipantChanged', 'DocumentRecorded']);
    expect(story.state.plain.rowUpdated?.columns).toEqual(['Vorname', 'Telefon', 'gültig bis']);
    expect(story.comes(edited)).toEqual([]);
    expect(lastRowOf(story.state)).toEqual(edited);
  });

  it('with a blank status and a later day speaks of the paper that it spoke of before', () => {
    const story = imported();
    story.comes({ ...merhawi, Aufenthaltsstatus: '', 'gültig bis': '15.09.2027' });
    expect(paperOf(story)).toMatchObject({ kind: 'toleration_60a', validUntil: '2027-09-15' });
  });

  it('records each edited detail of the person, and her coach', () => {
    const story = imported();
    const edited = {
      ...merhawi,
      Nachname: 'Tesfaye',
      Geburtsdatum: '20.03.2004',
      Geschlecht: 'm',
      Staatsangehörigkeit: 'Eritrea',
      Sprache: 'en',
      'E-Mail': 'M.Tesfaye@example.org',
      Coach: 'neu@example.org',
      Erstkontakt: '01.09.2026',
      Deutschniveau: 'B1',
      Schulabschluss: 'HSA 9',
      Bemerkung: 'Zieht um',
    };
    story.comes(edited);
    expect(story.state.case).toMatchObject({
      familyName: 'Tesfaye',
      bornOn: '2004-03-20',
      sex: 'male',
      nationality: 'ER',
      coachHint: 'neu@example.org',
      firstContactOn: '2026-09-01',
      germanLevel: 'B1',
      schoolCertificate: 'ESA',
    });
    expect(story.state.contact).toMatchObject({ language: 'en', email: 'm.tesfaye@example.org' });
    expect(story.state.notes['register']).toEqual({ note: 'Zieht um' });
    expect(story.comes(edited)).toEqual([]);
    story.comes({ ...edited, Coach: mara.email });
    expect(story.state.plain.coach).toBe(mara.id);
    expect(story.state.case.coachHint).toBeUndefined();
  });

  it('judges no age: the journey has seen it', () => {
    const story = imported();
    expect(story.comes({ ...merhawi, Geburtsdatum: '19.03.1990' })).toContain('ParticipantChanged');
  });

  it('of a closed journey changes nothing', () => {
    const story = imported();
    story.does({ type: 'CloseJourney', on: story.today, reason: 'moved_away' });
    expect(story.comes({ ...merhawi, Telefon: '02403 2' })).toEqual([]);
  });
});

describe('the paper of a row', () => {
  it('is a new one with a later day: the old deadline is done, the new one names it', () => {
    const story = imported();
    const before = deadlineOf(story, '2027-03-15');
    story.comes({ ...merhawi, 'gültig bis': '15.09.2027' });
    const after = deadlineOf(story, '2027-09-15');
    expect(after).toMatchObject({ state: 'open', previousId: before?.id });
    expect(after?.id).not.toBe(before?.id);
    expect(story.deadlines.find(({ id }) => id === before?.id)).toMatchObject({ state: 'done' });
  });

  it('is a new one with another status, also where the day is the same', () => {
    const story = imported();
    story.comes({ ...merhawi, Aufenthaltsstatus: 'Aufenthaltserlaubnis § 25a' });
    expect(paperOf(story)).toMatchObject({ kind: 'residence_permit_25a', validUntil: '2027-03-15' });
    expect(story.state.plain.documents).toHaveLength(2);
    expect(new Set(story.state.plain.documents.map(({ root }) => root)).size).toBe(2);
  });

  it('is corrected by an earlier day: its deadline is moved, same id', () => {
    const story = imported();
    const before = deadlineOf(story, '2027-03-15');
    story.comes({ ...merhawi, 'gültig bis': '01.03.2027' });
    expect(deadlineOf(story, '2027-03-01')).toMatchObject({ id: before?.id, state: 'open' });
    expect(deadlineOf(story, '2027-03-15')).toBeUndefined();
  });

  it('is completed by a day that was wanting, and by a note', () => {
    const story = imported({ 'gültig bis': '' });
    expect(story.deadlines.some(({ rule }) => rule.includes('expiry'))).toBe(false);
    story.comes({ ...merhawi, 'gültig bis': '01.06.2027', Nebenbestimmung: 'gestattet' });
    expect(paperOf(story)).toMatchObject({ validUntil: '2027-06-01', employmentNote: 'allowed' });
    story.comes({ ...merhawi, 'gültig bis': '01.06.2027', Nebenbestimmung: 'nicht gestattet' });
    expect(paperOf(story)).toMatchObject({ validUntil: '2027-06-01', employmentNote: 'not_allowed' });
    expect(new Set(story.state.plain.documents.map(({ root }) => root)).size).toBe(1);
  });

  it('keeps a note that a person recorded, and beside it takes the later day', () => {
    const story = imported();
    const corrects = currentPaper(story.state)?.id ?? '';
    const seen = { kind: 'toleration_60a', validUntil: '2027-03-15', employmentNote: 'with_permission' };
    story.does({ type: 'RecordDocument', paper: seen, corrects });
    const edited = { ...merhawi, 'gültig bis': '15.09.2027', Nebenbestimmung: 'gestattet' };
    expect(story.leaves(edited)).toEqual(['Nebenbestimmung: newer']);
    story.comes(edited);
    expect(paperOf(story)).toMatchObject({ validUntil: '2027-09-15', employmentNote: 'with_permission' });
    expect(story.comes(edited)).toEqual([]);
    expect(story.leaves(edited)).toEqual(['Nebenbestimmung: newer']);
  });

  it('stays where a person has recorded a newer one', () => {
    const story = imported();
    story.does(paper('2027-12-01'));
    const edited = { ...merhawi, 'gültig bis': '15.09.2027' };
    expect(story.leaves(edited)).toEqual(['gültig bis: newer']);
    expect(story.comes(edited)).toEqual([]);
    expect(paperOf(story)?.validUntil).toBe('2027-12-01');
  });

  it('is the register’s to prolong again once the row says what a person had recorded', () => {
    const story = imported();
    story.does(paper('2027-09-15'));
    expect(story.comes({ ...merhawi, 'gültig bis': '15.09.2027' })).toEqual(['RegisterRowUpdated']);
    expect(story.state.plain.rowUpdated?.columns).toEqual([]);
    story.comes({ ...merhawi, 'gültig bis': '15.03.2028' });
    expect(paperOf(story)?.validUntil).toBe('2028-03-15');
  });

  it('that ends before it began by a person’s word stays', () => {
    const story = imported();
    const corrects = currentPaper(story.state)?.id ?? '';
    const seen = { kind: 'toleration_60a', validUntil: '2027-03-15', validFrom: '2026-12-01' };
    story.does({ type: 'RecordDocument', paper: { ...seen, employmentNote: 'unknown' }, corrects });
    expect(story.leaves({ ...merhawi, 'gültig bis': '01.11.2026' })).toEqual(['gültig bis: newer']);
  });
});

describe('what a person has recorded since', () => {
  it('stays, and the cell beside it comes in', () => {
    const story = imported();
    story.does({ type: 'ChangeParticipant', person: {}, contact: { phone: '0151 9' } });
    const edited = { ...merhawi, Telefon: '02403 2', Vorname: 'Merhawy' };
    expect(story.leaves(edited)).toEqual(['Telefon: newer']);
    story.comes(edited);
    expect(story.state.contact.phone).toBe('0151 9');
    expect(story.state.case.givenName).toBe('Merhawy');
    expect(lastRowOf(story.state)).toMatchObject({ Telefon: '02403 1', Vorname: 'Merhawy' });
  });

  it('is an assessment, where the row tells another level', () => {
    const story = imported({ Deutschniveau: 'A2' });
    story.does({
      type: 'ReachMilestone',
      milestone: 'needs_assessed',
      on: story.today,
      data: { topics: ['work'], germanLevel: 'B1', schoolingYears: '5-8' },
    });
    expect(story.leaves({ ...merhawi, Deutschniveau: 'A1' })).toEqual(['Deutschniveau: newer']);
  });

  it('is another coach', () => {
    const story = imported({ Coach: 'alt@example.org' });
    story.does({ type: 'AssignCoach', coach: mara.id });
    expect(story.leaves({ ...merhawi, Coach: 'neu@example.org' })).toEqual(['Coach: newer']);
    expect(story.comes({ ...merhawi, Coach: mara.email })).toEqual(['RegisterRowUpdated']);
  });
});
