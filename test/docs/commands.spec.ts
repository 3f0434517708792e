import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { commandsOf, isWalked, runElsewhere } from './commands.js';
import { root } from './container-files.js';
import { documents, specs } from './documents.js';

const commands = documents.flatMap(commandsOf);
const listed = runElsewhere.map(({ command }) => command);

/** `npm run jest -- <paths>` chooses among specs that `npm test` runs all. */
const chosenSpecs = ({ text }: { text: string }): string[] | undefined =>
  /^npm run jest -- ([^-].*)$/.exec(text)?.[1]?.split(' ');

describe('every command of every document', () => {
  it('is typed by the README’s walk, chooses specs, or is listed with the test that runs it', () => {
    const unknown = commands.filter(
      (each) => !isWalked(each) && !chosenSpecs(each) && !listed.includes(each.text),
    );
    expect(unknown).toEqual([]);
  });

  it('chooses specs that there are', () => {
    const paths = commands.flatMap((each) => (isWalked(each) ? [] : (chosenSpecs(each) ?? [])));
    expect(paths.length).toBeGreaterThan(2);
    expect(paths.filter((path) => !specs.some((spec) => spec.startsWith(path)))).toEqual([]);
  });
});

describe('the list of commands that are run elsewhere', () => {
  it.each(runElsewhere)('$command: is in a document, and what runs it exists', ({ command, by }) => {
    expect(commands.map(({ text }) => text)).toContain(command);
    expect(by.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });

  it('names each once', () => {
    expect(listed).toEqual([...new Set(listed)]);
  });
});

describe('the search for commands', () => {
  it('finds those of blocks and of sentences, the README’s walk among them', () => {
    expect(commands.filter(isWalked).length).toBeGreaterThan(7);
    expect(commands.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['npm ci && npm start', 'npm test']),
    );
  });
});
