import { system as german } from './de/system.js';
import { system as english } from './en/system.js';
import { sayer } from './say.js';

/** What the page about the system says. */
export const say = sayer(german, english);
