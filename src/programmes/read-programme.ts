import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { looseEnds } from '../../domain/programme/references.js';
import { programmeSchema, type Programme } from '../../domain/programme/schema/programme.js';
import { ProgrammeError } from './programme-error.js';
import { readYaml } from './read-yaml.js';

/** A programme as read from its folder, with a fingerprint that changes with every rule. */
export interface LoadedProgramme {
  programme: Programme;
  fingerprint: string;
}

/**
 * Reads `programme.yaml`, `deadlines.yaml`, `stuck.yaml` and `texts.yaml` of a programme's folder and checks them: the shape, and
 * that every name they use is one that they give.
 * @throws ProgrammeError at the first thing that is wrong: one line with file, line and reason
 */
export async function readProgramme(folder: URL): Promise<LoadedProgramme> {
  const main = await readYaml(new URL('programme.yaml', folder));
  const parts = {
    deadlines: await readYaml(new URL('deadlines.yaml', folder)),
    stuck: await readYaml(new URL('stuck.yaml', folder)),
    texts: await readYaml(new URL('texts.yaml', folder)),
  };
  const isPart = (name: PropertyKey | undefined): name is keyof typeof parts => String(name) in parts;
  const placeOf = ([first, ...rest]: readonly PropertyKey[]): string =>
    isPart(first) ? parts[first].lineOf(rest) : main.lineOf(first === undefined ? [] : [first, ...rest]);
  const values = Object.fromEntries(Object.entries(parts).map(([name, { value }]) => [name, value]));
  const checked = programmeSchema.safeParse({ ...(main.value as object), ...values });
  const [wrong] = checked.success ? looseEnds(checked.data) : checked.error.issues.map(mostTelling);
  if (wrong) {
    const { path, message } = wrong;
    throw new ProgrammeError(`${placeOf(path)}: ${path.join('.') || 'definition'}: ${message}`);
  }
  const programme = programmeSchema.parse(checked.data);
  const fingerprint = createHash('sha256').update(JSON.stringify(programme)).digest('hex').slice(0, 12);
  return { programme, fingerprint };
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** Where several shapes are possible: what is wrong with the one that fits best, which is the one that got furthest. */
function mostTelling(issue: z.core.$ZodIssue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const inside = issue.errors.flatMap(([first]) => (first ? [mostTelling(first)] : []));
  const [furthest] = inside.sort((a, b) => b.path.length - a.path.length);
  if (!furthest || furthest.path.length === 0) {
    return { path: issue.path, message: 'none of the shapes that are possible here' };
  }
  return { path: [...issue.path, ...furthest.path], message: furthest.message };
}
