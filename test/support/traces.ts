import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every form in which a value could lie in a file: UTF-8, UTF-16 both ways, hex, base64 at each alignment. */
export function formsOf(value: string): Buffer[] {
  const utf8 = Buffer.from(value, 'utf8');
  const utf16 = Buffer.from(value, 'utf16le');
  const hex = utf8.toString('hex');
  const texts = [hex, hex.toUpperCase(), ...[0, 1, 2].map((shift) => base64Inside(utf8, shift))];
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...texts.map((text) => Buffer.from(text))];
}

/** The characters of the base64 form that do not depend on what stands before or after the value. */
function base64Inside(value: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), value])
    .toString('base64')
    .replace(/=+$/, '');
  return text.slice(shift === 0 ? 0 : 4, value.length % 3 === (3 - shift) % 3 ? undefined : -4);
}

/** The files below a directory (links followed) that hold one of the values in any form: `file: value`. */
export async function tracesIn(dir: string, values: readonly string[]): Promise<string[]> {
  const needles = values.flatMap((value) => formsOf(value).map((form) => ({ value, form })));
  const found = new Set<string>();
  for (const file of filesBelow(dir)) {
    const longest = Math.max(...needles.map(({ form }) => form.length));
    let rest = Buffer.alloc(0);
    for await (const chunk of createReadStream(file, { highWaterMark: 4 << 20 }) as AsyncIterable<Buffer>) {
      const bytes = Buffer.concat([rest, chunk]);
      for (const { value, form } of needles) if (bytes.includes(form)) found.add(`${file}: ${value}`);
      rest = bytes.subarray(Math.max(0, bytes.length - longest));
    }
  }
  return [...found].sort();
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    const stat = statSync(path);
    if (stat.isDirectory()) return filesBelow(path);
    return stat.isFile() ? [path] : [];
  });
}
