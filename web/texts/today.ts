import { today as german } from './de/today.js';
import { today as english } from './en/today.js';
import { sayer } from './say.js';

/** What the page of today says. */
export const say = sayer(german, english);
