import { newJourney as german } from './de/new-journey.js';
import { newJourney as english } from './en/new-journey.js';
import { sayer } from './say.js';

/** What the page to admit somebody says. */
export const say = sayer(german, english);
