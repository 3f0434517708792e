import { attention as german } from './de/attention.js';
import { attention as english } from './en/attention.js';
import { sayer } from './say.js';

/** What the list of flags says. */
export const say = sayer(german, english);
