import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Programme } from '../../domain/programme/schema/programme.js';
import { readProgramme } from '../../src/programmes/read-programme.js';
import { readTexts } from '../../src/reminders/read-texts.js';
import { planningWith } from '../support/planning.js';
import { newest, raised, reach } from '../support/histories.js';
import { reachable, type Story } from '../support/story.js';
import { root, textOf } from './container-files.js';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'lotse-how-to-'));
  await cp(new URL('programmes', root), join(parent, 'programmes'), { recursive: true });
});
afterEach(() => rm(parent, { recursive: true }));

/** The YAML of a page that names its file, and the list in it where there are several. */
const examplesOf = (page: string): { file: string; list: string | undefined; yaml: string }[] =>
  [...textOf(`docs/how-to/${page}.md`).matchAll(/```yaml\n# (\S+?)(?:, (\w+))?\n(.*?)```/gs)].map(
    ([, file = '', list, yaml = '']) => ({ file, list, yaml }),
  );

/** Adds what a page says to the programme as a reader would, and reads it. */
async function withExamples(page: string, change = (yaml: string) => yaml): Promise<Programme> {
  for (const { file, list, yaml } of examplesOf(page)) {
    const path = join(parent, file);
    const before = await readFile(path, 'utf8');
    const added = change(yaml);
    const after = list
      ? before.replace(
          new RegExp(`^${list}:\n`, 'm'),
          (heading) => heading + added.replaceAll(/^(?=.)/gm, '  '),
        )
      : before + added;
    expect(after).not.toBe(before);
    await writeFile(path, after);
  }
  const folder = pathToFileURL(`${join(parent, 'programmes', 'durchstarten')}/`);
  const { programme } = await readProgramme(folder);
  await readTexts(folder);
  return programme;
}

const someone = (programme: Programme, now: string): Story => reachable(now, planningWith({ programme }));

describe('the example of a new milestone', () => {
  it('can be recorded, with a name for its day', async () => {
    const programme = await withExamples('add-a-milestone');
    expect(programme.anchors.map(({ key }) => key)).toContain('recognition.answerDueOn');
    expect(programme.milestones.find(({ key }) => key === 'recognition_applied')?.fields).toHaveLength(2);
  });
});

describe('the example of a new deadline rule', () => {
  it('is due on the day that the page tells, and done by a newer consent', async () => {
    const story = someone(await withExamples('add-a-deadline-rule'), '2026-12-11T09:00:00.000Z');
    const ofRule = (): string[] =>
      story.deadlines
        .filter(({ rule }) => rule === 'consent_review')
        .map(({ due, state }) => `${due} ${state}`);
    expect(ofRule()).toEqual(['2027-12-10 open']);
    story.reaches('2027-11-30T09:00:00.000Z');
    const data = { purposes: ['case_work'], language: 'ti', form: 'paper', textVersion: '2' };
    story.does(reach('consent_given', story.today, data));
    expect(ofRule().sort()).toEqual(['2027-12-10 done', '2028-11-30 open']);
  });
});

describe('the example of a new flag', () => {
  it('is raised after six weeks on the list, and graver after twelve', async () => {
    const story = someone(await withExamples('add-a-flag'), '2026-01-12T09:00:00.000Z');
    const ofRule = (): string[] => raised(story).filter((flag) => flag.startsWith('long_on_waiting_list'));
    story.does({ type: 'ProposeModule', module: 'F4', on: story.today });
    const record = newest(story, 'modules');
    for (const state of ['applied', 'waitlisted'] as const) {
      story.does({ type: 'ChangeModule', record, state, on: story.today });
    }
    story.reaches('2026-02-23T22:59:59.999Z');
    expect(ofRule()).toEqual([]);
    story.reaches('2026-02-23T23:00:00.000Z');
    expect(ofRule()).toEqual(['long_on_waiting_list 1']);
    story.reaches('2026-04-07T09:00:00.000Z');
    expect(ofRule()).toEqual(['long_on_waiting_list 2']);
  });
});

describe('the example of a new wording', () => {
  it('is fit for use', async () => {
    await expect(withExamples('add-a-language-or-a-text')).resolves.toBeDefined();
  });
});

/** A file grows: lines and places in lists are told as they were when the page was written. */
const unnumbered = (text: string): string => text.replaceAll(/\d+/g, '0');

describe('what a page says of a mistake', () => {
  it.each([
    ['add-a-milestone', 'field: answerDueOn }', 'field: answer }'],
    ['add-a-deadline-rule', 'consent.givenOn', 'consent.signedOn'],
    ['add-a-flag', '[F3, F4]', '[F9]'],
    ['add-a-language-or-a-text', 'le lieu', 'le bureau'],
  ])('in %s is what the start says', async (page, right, wrong) => {
    const said = await withExamples(page, (yaml) => yaml.replace(right, wrong)).catch(
      (error: Error) => error.message,
    );
    expect(unnumbered(textOf(`docs/how-to/${page}.md`))).toContain(unnumbered(`\n${String(said)}\n`));
  });
});
