import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import { textsFile, type TextTable } from '../../domain/programme/schema/text.js';
import { ProgrammeError } from '../programmes/programme-error.js';
import { readChecked, type Yaml } from '../programmes/read-yaml.js';

const wordings = z.record(
  z.string(),
  z.strictObject({
    /** Raised when the wording says something else. */
    version: z.int().min(1),
    /** Whether a speaker of the language has read it. */
    reviewed: z.boolean(),
    subject: z.string().min(1).optional(),
    text: z.string().min(1),
  }),
);

const forbiddenWords = z.record(
  z.string(),
  z.array(z.string().regex(/^\*?[\p{L}\p{M}\p{N}]+\*?$/u, 'one word')).min(1),
);

export type Wordings = z.infer<typeof wordings>;

/** A programme's texts as they were read, and where in the files things stand. */
export interface TextFiles {
  table: Yaml<TextTable>;
  /** By language (BCP 47). */
  languages: ReadonlyMap<string, Yaml<Wordings>>;
  forbidden: Yaml<z.infer<typeof forbiddenWords>>;
}

/**
 * Reads `texts.yaml`, `texts/<language>.yaml` and `forbidden-words.yaml` of a programme's folder.
 * @throws ProgrammeError at the first file that is not as it must be
 */
export async function readTextFiles(folder: URL): Promise<TextFiles> {
  const texts = new URL('texts/', folder);
  const names = (await readdir(texts)).filter((file) => file.endsWith('.yaml')).sort();
  const languages = new Map<string, Yaml<Wordings>>();
  for (const name of names) {
    languages.set(name.replace('.yaml', ''), await readChecked(new URL(name, texts), wordings));
  }
  if (!languages.has('de'))
    throw new ProgrammeError('texts/: there is no de.yaml; German is what every text falls back to');
  return {
    table: await readChecked(new URL('texts.yaml', folder), textsFile),
    languages,
    forbidden: await readChecked(new URL('forbidden-words.yaml', folder), forbiddenWords),
  };
}
