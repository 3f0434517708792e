import { describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import {
  importedStory as imported,
  merhawi,
  type Cells,
  type RegisterStory,
} from '../support/register-story.js';
import { paper } from '../support/wishes.js';

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
