import { message as german } from './de/message.js';
import { message as english } from './en/message.js';
import { sayer } from './say.js';

/** What is said of messages, wherever they stand. */
export const say = sayer(german, english);
