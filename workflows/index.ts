export { participantJourney } from './participant-journey.workflow.js';
export { registerImport } from './register-import.workflow.js';
