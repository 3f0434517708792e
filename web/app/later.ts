// What is opened, not seen: in one chunk, fetched as soon as the first page is there.
export { ActForm } from '../parts/act/act-form.js';
export { KeyList } from '../shell/key-list.js';
export { Palette } from '../shell/palette/palette.js';
export { SessionOver } from '../shell/session-over.js';
export { AskBeforeLeaving } from './ask-before-leaving.js';
