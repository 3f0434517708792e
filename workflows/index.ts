export { participantJourney } from './participant-journey.workflow.js';
