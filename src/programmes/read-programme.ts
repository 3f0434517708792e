import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { programmeSchema, type Programme } from '../../domain/programme/schema/programme.js';

/** A definition that can't be used; the message is one line with file, line and reason. */
export class ProgrammeError extends Error {
  override readonly name = 'ProgrammeError';
}

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

interface Yaml {
  value: unknown;
  /** `file:line` of the deepest node on the way to `path`. */
  lineOf(path: readonly PropertyKey[]): string;
}

async function readYaml(file: URL): Promise<Yaml> {
  const name = file.pathname.split('/').slice(-3).join('/');
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines });
  const [error] = document.errors;
  if (error)
    throw new ProgrammeError(`${name}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`);
  return {
    value: document.toJS() as unknown,
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true) as
          { range?: [number, number, number] } | undefined;
        if (node?.range) return `${name}:${lines.linePos(node.range[0]).line}`;
      }
      return `${name}:1`;
    },
  };
}
