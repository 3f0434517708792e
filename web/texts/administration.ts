import { administration as german } from './de/administration.js';
import { administration as english } from './en/administration.js';
import { sayer } from './say.js';

/** What the pages about accounts say. */
export const say = sayer(german, english);
