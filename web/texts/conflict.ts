import { conflict as german } from './de/conflict.js';
import { conflict as english } from './en/conflict.js';
import { sayer } from './say.js';

/** What the comparison of two versions says. */
export const say = sayer(german, english);
