import { signIn as german } from './de/sign-in.js';
import { signIn as english } from './en/sign-in.js';
import { plainSayer } from './plain.js';

/** What the page to sign in says. */
export const say = plainSayer(german, english);
