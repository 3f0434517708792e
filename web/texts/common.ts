import { common as german } from './de/common.js';
import { common as english } from './en/common.js';
import { sayer } from './say.js';

/** What several pages say. */
export const say = sayer(german, english);
