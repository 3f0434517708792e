import { shell as german } from './de/shell.js';
import { shell as english } from './en/shell.js';
import { sayer } from './say.js';

/** What the frame of every page says. */
export const say = sayer(german, english);
