import { leitstand as german } from './de/leitstand.js';
import { leitstand as english } from './en/leitstand.js';
import { sayer } from './say.js';

/** What the coordinators' overview says. */
export const say = sayer(german, english);
