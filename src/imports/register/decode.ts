/** A file that is no register at all; the code is stable, the message German and for the person who sent it. */
export interface FileProblem {
  code: 'empty-file' | 'no-text-file' | 'unclosed-quote' | 'missing-columns' | 'repeated-column';
  message: string;
}

/**
 * The text of a file as German spreadsheets write it: UTF-8, with or without byte order mark, or Windows-1252; lines
 * end with LF whatever they ended with before. A workbook or UTF-16 contains NUL bytes and is no such text.
 */
export function decode(
  bytes: Uint8Array,
): { text: string; encoding: 'UTF-8' | 'Windows-1252' } | { problem: FileProblem } {
  if (bytes.includes(0)) {
    const message =
      'Die Datei ist keine CSV-Datei, vielleicht eine Excel-Mappe. Bitte in der Tabellenkalkulation als „CSV UTF-8“ speichern.';
    return { problem: { code: 'no-text-file', message } };
  }
  const asUtf8 = utf8(bytes);
  const text = (asUtf8 ?? new TextDecoder('windows-1252').decode(bytes)).replace(/\r\n?/g, '\n');
  if (text.trim() === '') {
    return {
      problem: {
        code: 'empty-file',
        message: 'Die Datei ist leer: Es fehlt die Zeile mit den Spaltennamen.',
      },
    };
  }
  return { text, encoding: asUtf8 === undefined ? 'Windows-1252' : 'UTF-8' };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
