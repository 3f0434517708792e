import { programme as german } from './de/programme.js';
import { programme as english } from './en/programme.js';
import { sayer } from './say.js';

/** What the page about the programme says. */
export const say = sayer(german, english);
