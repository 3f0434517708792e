import { describe, expect, it } from '@jest/globals';
import { currentPaper, modulesOf } from '../../domain/journey/facts.js';
import { phaseOf } from '../../domain/programme/phase.js';
import { programme } from '../support/planning.js';
import {
  importedStory as imported,
  merhawi,
  openedByCoach,
  type RegisterStory,
} from '../support/register-story.js';
import { consent } from '../support/wishes.js';

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
    story.now = '2027-01-12T07:00:00.000Z';
    const row = { ...merhawi, Sprache: 'en', Geschlecht: 'm', 'Einwilligung am': '', 'Einwilligung für': '' };
    expect(story.leaves(row)).toEqual(['Sprache: newer']);
    expect(story.comes(row)).toEqual(['RegisterRowUpdated', 'ParticipantChanged', 'DocumentRecorded']);
    expect(story.state.contact).toMatchObject({ language: 'ti', phone: '02403 1' });
    expect(story.state.case.sex).toBe('male');
    expect(currentPaper(story.state)?.paper).toMatchObject({ validUntil: '2027-03-15' });
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
