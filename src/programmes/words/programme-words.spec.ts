import { describe, expect, it } from '@jest/globals';
import { messageState } from '../../../contract/journeys/deadline.js';
import * as bodies from '../../../contract/journeys/commands.js';
import { programmeWords as shape } from '../../../contract/pages/words.js';
import { programme } from '../../../test/support/planning.js';
import { programmeWords } from './programme-words.js';

const written = ['de', 'en', 'kmr', 'ti'];
const german = programmeWords(programme, written, 'de');
const english = programmeWords(programme, written, 'en');

describe('the words of a programme', () => {
  it('are there in both languages, and none is empty', () => {
    for (const words of [german, english]) {
      expect(shape.parse(words)).toEqual(words);
      const texts = Object.values(words).flatMap((group) => Object.values(group));
      expect(texts).not.toContain('');
    }
    expect(Object.keys(english.fields)).toEqual(Object.keys(german.fields));
    expect([german.programme, english.tasks['fact_missing']]).toEqual([
      'Durchstarten in Ausbildung und Arbeit',
      'Valid until is missing',
    ]);
  });

  it('name every field of a milestone and every value that it takes', () => {
    const fields = programme.milestones.flatMap((milestone) => milestone.fields);
    const keys = fields.flatMap(({ name, values = [] }) => [
      name,
      ...values.map((each) => `${name}.${each}`),
    ]);
    expect(keys.filter((key) => german.fields[key] === undefined)).toEqual([]);
    expect(german.fields['level.B1']).toBe('B1');
  });

  it('name what contacts and requests for renewal hold', () => {
    const { channel, direction, topics } = bodies.recordContact.shape;
    const values = {
      channel: channel.options,
      direction: direction.options,
      topics: topics.unwrap().element.options,
      proof: bodies.requestRenewal.shape.proof.options,
    };
    const keys = Object.entries(values).flatMap(([field, each]) => each.map((value) => `${field}.${value}`));
    expect(keys.filter((key) => german.fields[key] === undefined)).toEqual([]);
  });

  it('tell states as pages show them', () => {
    expect(Object.keys(german.moduleStates)).toEqual(bodies.changeModule.shape.state.options);
    expect(Object.values(german.moduleStates).join(', ')).toBe(
      'vorgeschlagen, angemeldet, Warteliste, aufgenommen, läuft, pausiert, abgeschlossen, vorzeitig beendet, nicht begonnen',
    );
    expect(Object.keys(german.messageStates)).toEqual(messageState.options);
    expect(german.overlays).toEqual({
      suspended: 'Pausiert',
      unreachable: 'Nicht erreichbar',
      status_crisis: 'Dringend: Papier klären',
      consent_withdrawn: 'Einwilligung widerrufen',
    });
  });

  it('hold every rule, and the flag that is the engine’s own', () => {
    expect(Object.keys(german.flags)).toEqual([...programme.stuck.map(({ key }) => key), 'planning_failed']);
    expect(Object.keys(german.deadlines)).toEqual(programme.deadlines.map(({ key }) => key));
  });

  it('name languages, those that there are texts in and others that are spoken, in the order of the alphabet', () => {
    expect(german.languages).toMatchObject({
      ti: 'Tigrinya',
      'fa-AF': 'Dari',
      kmr: 'Kurdisch (Kurmandschi)',
      sq: 'Albanisch',
    });
    const names = Object.values(german.languages);
    expect(names).toEqual(names.toSorted(new Intl.Collator('de').compare));
  });
});
