import type { ScriptedJourney } from '../script/fact.js';
import { alarms } from './alarms.js';
import { birthdays } from './birthdays.js';
import { late } from './late.js';
import { papers } from './papers.js';
import { silence } from './silence.js';
import { stuck } from './stuck.js';
import { training } from './training.js';

/** The people of these two years. */
export const cast: readonly ScriptedJourney[] = [
  ...papers,
  ...late,
  ...training,
  ...birthdays,
  ...stuck,
  ...silence,
  ...alarms,
];
