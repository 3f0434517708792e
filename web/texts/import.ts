import { importing as german } from './de/import.js';
import { importing as english } from './en/import.js';
import { sayer } from './say.js';

/** What the pages about registers say. */
export const say = sayer(german, english);
