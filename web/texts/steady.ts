import { steady as german } from './de/steady.js';
import { steady as english } from './en/steady.js';
import { sayer } from './say.js';

/** What a list says of news that it does not show yet. */
export const say = sayer(german, english);
