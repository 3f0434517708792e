import type { CheckName } from '../finding.js';
import { agenda } from './agenda.js';
import { armed } from './armed.js';
import { chain } from './chain.js';
import type { Check } from './check.js';
import { message } from './message.js';
import { overdue } from './overdue.js';
import { readModel } from './read-model.js';
import { seal } from './seal.js';

/** What is checked of each stream; one more is one line here, a name in finding.ts and a row in docs/operating.md. */
export const checks: Readonly<Record<Exclude<CheckName, 'temporal'>, Check>> = {
  chain,
  seal,
  read_model: readModel,
  agenda,
  message,
  armed,
  overdue,
};
