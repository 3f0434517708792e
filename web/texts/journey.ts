import { journey as german } from './de/journey.js';
import { journey as english } from './en/journey.js';
import { sayer } from './say.js';

/** What the page of one journey says. */
export const say = sayer(german, english);
