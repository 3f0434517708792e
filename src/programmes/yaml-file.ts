import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';

/** A definition that can't be used; the message is one line with file, line and reason. */
export class ProgrammeError extends Error {
  override readonly name = 'ProgrammeError';
}

/** A YAML file as read, and where in it something stands. */
export interface YamlFile {
  value: unknown;
  /** `file:line` of the deepest node on the way to `path`. */
  lineOf(path: readonly PropertyKey[]): string;
}

/** Reads a YAML file. @throws ProgrammeError where it is none */
export async function readYaml(file: URL): Promise<YamlFile> {
  const name = file.pathname.split('/').slice(-3).join('/');
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    throw new ProgrammeError(`${name}:${line}: ${error.message.split('\n')[0]}`);
  }
  return {
    value: document.toJS() as unknown,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true) as
          { range?: [number, number, number] } | undefined;
        if (node?.range) return `${name}:${lines.linePos(node.range[0]).line}`;
      }
      return `${name}:1`;
    },
  };
}
