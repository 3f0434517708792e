import { journeys as german } from './de/journeys.js';
import { journeys as english } from './en/journeys.js';
import { sayer } from './say.js';

/** What the list of participants says. */
export const say = sayer(german, english);
