import { describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { currentPaper, modulesOf } from '../../domain/journey/facts.js';
import { lastRowOf } from '../../domain/journey/register/cells.js';
import { phaseOf } from '../../domain/programme/phase.js';
import { programme } from '../support/planning.js';
import { mara, merhawi, RegisterStory, type Cells } from '../support/register-story.js';
import { consent, opening, paper } from '../support/wishes.js';

const importedAt = '2026-11-23T08:00:00.000Z';
/** A Tuesday, on which rungs of the paper fall for those who may be told: six weeks before 15 March 2027 is later. */
const laterAt = '2027-01-12T07:00:00.000Z';

function imported(cells: Cells = {}): RegisterStory {
  const story = RegisterStory.takenOver({ ...merhawi, ...cells }, importedAt);
  story.now = laterAt;
  return story;
}

/** A journey that a coach opened, before its Kennung stood in any register. */
function openedByCoach(): RegisterStory {
  const story = new RegisterStory(importedAt);
  const { person, ...entry } = opening(story.today);
  story.does({ ...entry, person: { ...person, bornOn: '2004-03-19' }, externalId: 'AC-1' });
  return story;
}

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

describe('the modules of a row', () => {
  it('begin where they are added, and lead to support', () => {
    const story = imported();
    story.comes({ ...merhawi, Bausteine: 'Coaching' });
    expect(modulesOf(story.state)).toMatchObject([{ module: 'F1', state: 'active', imported: true }]);
    expect(phaseOf(story.state, programme).key).toBe('in_support');
  });

  it('do not end by being left out', () => {
    const story = imported({ Bausteine: 'Coaching, Vorbereitungskurs' });
    const edited = { ...merhawi, Bausteine: 'Coaching, Hauptschulabschluss' };
    expect(story.leaves(edited)).toEqual(['Bausteine: module_ends']);
    story.comes(edited);
    expect(modulesOf(story.state).map(({ module }) => module)).toEqual(['F1', 'F4', 'F3']);
    expect(story.comes(edited)).toEqual([]);
  });

  it('are moved on by nobody but a person', () => {
    const story = imported();
    story.does({ type: 'ProposeModule', module: 'F4', on: story.today });
    const edited = { ...merhawi, Bausteine: 'Vorbereitungskurs' };
    expect(story.leaves(edited)).toEqual(['Bausteine: newer']);
    expect(story.comes(edited)).toEqual([]);
  });

  it('are not recorded of somebody who does not consent to case work', () => {
    const story = openedByCoach();
    expect(story.leaves({ ...merhawi, 'Einwilligung am': '', Bausteine: 'Coaching' })).toContain(
      'Bausteine: without_consent',
    );
    story.comes({ ...merhawi, Bausteine: 'Coaching' });
    expect(modulesOf(story.state)).toMatchObject([{ module: 'F1' }]);
  });
});

describe('the consent of a row', () => {
  const purposes = ({ state }: RegisterStory) =>
    state.plain.milestones.map(({ id }) => state.case.milestones[id]?.data['purposes']);

  it('is given where it is added, and names e-mail with reminders', () => {
    const story = imported({ 'Einwilligung am': '', 'Einwilligung für': '' });
    expect(story.reminders).toEqual([]);
    story.comes(merhawi);
    expect(purposes(story)).toEqual([['case_work', 'reminders']]);
    expect(story.state.contact.channels).toEqual(['email']);
    expect(story.reminders.length).toBeGreaterThan(0);
  });

  it('is given for more, never for less', () => {
    const story = imported();
    story.comes({ ...merhawi, 'Einwilligung für': 'Fallarbeit, Erinnerungen, Träger' });
    expect(purposes(story)).toHaveLength(2);
    const less = { ...merhawi, 'Einwilligung für': 'Fallarbeit' };
    expect(story.leaves(less)).toEqual(['Einwilligung für: consent_ends']);
    expect(story.comes(less)).toEqual([]);
  });

  it('that was withdrawn comes back only with a later day', () => {
    const story = imported();
    story.does({ type: 'WithdrawConsent', on: story.today });
    const sameDay = { ...merhawi, 'Einwilligung am': '12.01.2027' };
    expect(story.leaves(sameDay)).toEqual(['Einwilligung am: newer']);
    expect(story.comes(sameDay)).toEqual([]);
    story.now = '2027-01-20T08:00:00.000Z';
    story.comes({ ...merhawi, 'Einwilligung am': '13.01.2027' });
    expect(purposes(story)).toHaveLength(2);
    expect(story.state.plain.consentWithdrawn).toHaveLength(1);
  });
});

describe('another commune', () => {
  it('is not for a register: the journey is handed over', () => {
    const story = imported();
    const moved = { ...merhawi, Kommune: 'Stolberg' };
    expect(story.leaves(moved)).toEqual(['Kommune: commune']);
    expect(story.comes(moved)).toEqual([]);
  });
});

describe('the first row of a journey that a person opened', () => {
  it('fills what is missing and leaves what she recorded', () => {
    const story = openedByCoach();
    story.does(consent(story.today, ['case_work']));
    story.now = laterAt;
    const row = { ...merhawi, Sprache: 'en', Geschlecht: 'm', 'Einwilligung am': '', 'Einwilligung für': '' };
    expect(story.leaves(row)).toEqual(['Sprache: newer']);
    expect(story.comes(row)).toEqual(['RegisterRowUpdated', 'ParticipantChanged', 'DocumentRecorded']);
    expect(story.state.contact).toMatchObject({ language: 'ti', phone: '02403 1' });
    expect(story.state.case.sex).toBe('male');
    expect(paperOf(story)).toMatchObject({ validUntil: '2027-03-15' });
    expect(story.state.plain.takenOver).toBeNull();
    expect(story.comes(row)).toEqual([]);
  });

  it('starts no clock in the past', () => {
    const story = openedByCoach();
    story.does(consent(story.today));
    story.comes({ ...merhawi, Erstkontakt: '01.02.2026' });
    expect(story.state.case.firstContactOn).toBe('2026-02-01');
    expect(story.state.plain.flags).toEqual([]);
  });
});

describe('a participant is not written to because of a row', () => {
  // eight weeks before the paper's end is 18 January 2027; then 1 February
  const onARung = '2027-02-01T06:00:00.000Z';
  const days = ({ reminders }: RegisterStory): string[] => reminders.map(({ at }) => berlinDay(at));

  it('by a paper that it brings: rungs up to that day have passed', () => {
    const story = imported();
    story.now = onARung;
    story.comes({ ...merhawi, 'gültig bis': '22.03.2027' });
    expect(days(story).length).toBeGreaterThan(0);
    expect(days(story).filter((day) => day <= '2027-02-01')).toEqual([]);
  });

  it('by an address, a consent or a birth date that it brings, though a person had recorded the paper', () => {
    const noPaper = { Aufenthaltsstatus: '', 'gültig bis': '' };
    const late: [Cells, Cells][] = [
      [{ 'E-Mail': '' }, {}],
      [{ 'Einwilligung am': '' }, {}],
      [{}, { Geburtsdatum: '01.03.2000' }],
    ];
    for (const [first, edited] of late) {
      const story = imported({ ...first, ...noPaper });
      story.does(paper('2027-03-15'));
      story.reaches(onARung);
      const planned = new Set(story.reminders.map(({ key }) => key));
      expect(story.comes({ ...merhawi, ...noPaper, ...edited })).toContain('RegisterRowUpdated');
      const brought = story.reminders.filter(({ key }) => !planned.has(key)).map(({ at }) => berlinDay(at));
      expect(brought.length).toBeGreaterThan(0);
      expect(brought.filter((day) => day <= '2027-02-01')).toEqual([]);
    }
  });

  it('and keeps what was planned for that day when it only brings a telephone number', () => {
    const story = imported();
    story.reaches(onARung);
    const before = days(story);
    expect(before).toContain('2027-02-01');
    story.comes({ ...merhawi, Telefon: '02403 2' });
    expect(days(story)).toEqual(before);
  });
});
