import { postOut as german } from './de/post-out.js';
import { postOut as english } from './en/post-out.js';
import { sayer } from './say.js';

/** What the page about messages says. */
export const say = sayer(german, english);
