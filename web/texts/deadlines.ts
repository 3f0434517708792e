import { deadlines as german } from './de/deadlines.js';
import { deadlines as english } from './en/deadlines.js';
import { sayer } from './say.js';

/** What the list of deadlines says. */
export const say = sayer(german, english);
