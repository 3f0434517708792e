import { createHash } from 'node:crypto';
import { programmeSchema, type Programme } from '../../domain/programme/schema.js';
import { ProgrammeError, readYaml } from './read-yaml.js';

/** A programme as read from its folder, with a fingerprint that changes with every rule. */
export interface LoadedProgramme {
  programme: Programme;
  fingerprint: string;
}

/**
 * Reads `programme.yaml`, `deadlines.yaml` and `stuck.yaml` of a programme's folder and checks them against the schema.
 * @throws ProgrammeError at the first thing that is wrong
 */
export async function readProgramme(folder: URL): Promise<LoadedProgramme> {
  const main = await readYaml(new URL('programme.yaml', folder));
  const parts = {
    deadlines: await readYaml(new URL('deadlines.yaml', folder)),
    stuck: await readYaml(new URL('stuck.yaml', folder)),
  };
  const values = { deadlines: parts.deadlines.value, stuck: parts.stuck.value };
  const checked = programmeSchema.safeParse({ ...(main.value as object), ...values });
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const path = issue?.path ?? [];
    const part = path[0] === 'deadlines' || path[0] === 'stuck' ? parts[path[0]] : undefined;
    const place = part ? part.lineOf(path.slice(1)) : main.lineOf(path);
    throw new ProgrammeError(`${place}: ${path.join('.') || 'definition'}: ${issue?.message ?? 'invalid'}`);
  }
  const fingerprint = createHash('sha256').update(JSON.stringify(checked.data)).digest('hex').slice(0, 12);
  return { programme: checked.data, fingerprint };
}
