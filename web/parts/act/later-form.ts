import { lazily } from '../lazily.js';

/** The form of an act, which nobody sees before it is opened. */
export const ActForm = lazily(async () => (await import('../../app/later.js')).ActForm);
