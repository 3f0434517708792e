import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ProgrammeError } from './programme-error.js';

/** A YAML file and where in it things stand. */
export interface Yaml<Value = unknown> {
  value: Value;
  /** `file:line` of the deepest node on the way to `path`. */
  lineOf(path: readonly PropertyKey[]): string;
}

/** Reads a YAML file. Throws ProgrammeError where it is none. */
export async function readYaml(file: URL): Promise<Yaml> {
  const name = file.pathname.slice(file.pathname.lastIndexOf('/programmes/') + 1);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ProgrammeError(`${name}: can't be read (${error.code ?? error.message})`);
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
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

/** Reads a YAML file and checks it. Throws ProgrammeError at the first thing that is wrong. */
export async function readChecked<Schema extends z.ZodType>(
  file: URL,
  schema: Schema,
): Promise<Yaml<z.infer<Schema>>> {
  const yaml = await readYaml(file);
  const checked = schema.safeParse(yaml.value);
  if (checked.success) return { ...yaml, value: checked.data };
  const [issue] = checked.error.issues;
  const path = issue?.path ?? [];
  throw new ProgrammeError(`${yaml.lineOf(path)}: ${path.join('.')}: ${issue?.message ?? 'invalid'}`);
}
