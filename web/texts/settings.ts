import { settings as german } from './de/settings.js';
import { settings as english } from './en/settings.js';
import { sayer } from './say.js';

/** What the page of one's own settings says. */
export const say = sayer(german, english);
