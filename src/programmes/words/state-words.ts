import type { Words } from './in-language.js';

/** What lies over a journey, as a mark beside its name. */
export const overlays = {
  suspended: { de: 'Pausiert', en: 'Paused' },
  unreachable: { de: 'Nicht erreichbar', en: 'Not reachable' },
  status_crisis: { de: 'Dringend: Papier klären', en: 'Urgent: see to the paper' },
  consent_withdrawn: { de: 'Einwilligung widerrufen', en: 'Consent withdrawn' },
} satisfies Record<string, Words>;

/** What a paper says of work. */
export const employmentNotes = {
  allowed: { de: 'Beschäftigung erlaubt', en: 'Work is allowed' },
  with_permission: { de: 'Beschäftigung nur mit Erlaubnis', en: 'Work with a permission only' },
  not_allowed: { de: 'Beschäftigung nicht erlaubt', en: 'Work is not allowed' },
  unknown: { de: 'Nicht bekannt', en: 'Not known' },
} satisfies Record<string, Words>;

/** How far a message has come. */
export const messageStates = {
  planned: { de: 'geplant', en: 'planned' },
  held: { de: 'gehalten', en: 'held' },
  sending: { de: 'wird gesendet', en: 'being sent' },
  sent: { de: 'gesendet', en: 'sent' },
  failed: { de: 'fehlgeschlagen', en: 'failed' },
  cancelled: { de: 'entfallen', en: 'cancelled' },
  suppressed: { de: 'nicht gesendet', en: 'not sent' },
} satisfies Record<string, Words>;

/** The one flag that is the engine's own, not the programme's. */
export const engineFlags = {
  planning_failed: {
    de: 'Fälliges konnte nicht ausgeführt werden',
    en: 'What is due could not be carried out',
  },
} satisfies Record<string, Words>;
