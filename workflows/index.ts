export { actOnMany } from './act-on-many.workflow.js';
export { participantJourney } from './participant-journey.workflow.js';
export { registerImport } from './register-import.workflow.js';
export { staffMail } from './staff-mail.workflow.js';
