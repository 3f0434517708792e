import { palette as german } from './de/palette.js';
import { palette as english } from './en/palette.js';
import { sayer } from './say.js';

/** What the field to search and to record says. */
export const say = sayer(german, english);
