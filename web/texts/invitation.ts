import { invitation as german } from './de/invitation.js';
import { invitation as english } from './en/invitation.js';
import { sayer } from './say.js';

/** What is said to somebody who was invited. */
export const say = sayer(german, english);
