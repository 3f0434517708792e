import { readdirSync } from 'node:fs';
import { root } from './container-files.js';

const below = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name}`,
  );

/** Every document of the project. */
export const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...below('docs').filter((name) => name.endsWith('.md')),
].sort();

/** Every spec of the project. */
export const specs = ['domain', 'src', 'test'].flatMap(below).filter((name) => name.endsWith('.spec.ts'));
