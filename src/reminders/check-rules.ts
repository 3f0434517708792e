import type { Programme } from '../../domain/programme/schema.js';
import { ProgrammeError, readYaml } from '../programmes/read-yaml.js';
import type { TextTable } from './text-files.js';

/**
 * Every rung that reminds a participant names a text of the table.
 * @throws ProgrammeError at the first one that does not, with its line in `deadlines.yaml`
 */
export async function checkRules(folder: URL, programme: Programme, table: TextTable): Promise<void> {
  const { lineOf } = await readYaml(new URL('deadlines.yaml', folder));
  for (const [index, { key, reminders }] of programme.deadlines.entries()) {
    for (const [rung, { to, text }] of reminders.entries()) {
      if (!to.includes('participant') || table.some((each) => each.key === text)) continue;
      const place = lineOf([index, 'reminders', rung, ...(text === undefined ? [] : ['text'])]);
      const reason =
        text === undefined ? 'without a text' : `of "${text}", which does not stand in texts.yaml`;
      throw new ProgrammeError(`${place}: ${key} reminds the participant ${reason}`);
    }
  }
}
