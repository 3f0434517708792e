import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { calendar } from '../../domain/deadlines/dates.js';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import { idNamespace } from '../../src/programmes/programmes.js';
import { readProgramme } from '../../src/programmes/read-programme.js';

/** The programme as it is installed. */
export const { programme } = await readProgramme(new URL('../../programmes/durchstarten/', import.meta.url));

/** What planning needs, with quiet hours on and every rule known since 2020, but for `changes`. */
export const planningWith = (changes: Partial<PlanContext> = {}): PlanContext => ({
  programme,
  calendar: calendar('NRW'),
  quietHours: true,
  stamp: 'test',
  ruleKnownAt: () => '2020-01-01T00:00:00.000Z',
  idOf: (name) => uuidv5(name, idNamespace),
  keyOf: (name) => createHash('sha256').update(name).digest('base64url').slice(0, 32),
  ...changes,
});
