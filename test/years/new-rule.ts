import { createHash } from 'node:crypto';
import { deadline } from '../../domain/programme/schema/deadline.js';
import type { LoadedProgramme } from '../../src/programmes/read-programme.js';

/** The catalogue's no. 41: consent is looked at again after a year. */
const consentReview = deadline.parse({
  key: 'consent_review',
  version: 1,
  title: { de: 'Einwilligung prüfen', en: 'Review the consent' },
  kind: 'programme',
  class: 'case',
  anchor: 'consent.givenOn',
  compute: { fn: 'eventEnd', months: 12 },
  roll: 'internal_back',
  reminders: [
    { at: ['-4w', '0d', '+4w'], to: ['coach'] },
    { at: ['+8w'], to: ['coordinator'] },
  ],
  doneWhen: [],
  onMissed: { to: ['coach'], advice: { de: 'Das Gespräch suchen.', en: 'Seek a talk.' } },
  whilePaused: { participant: 'stops', coach: 'runs', coordinator: 'runs' },
  afterClose: { participant: 'ends', coach: 'ends', coordinator: 'ends' },
  law: { source: 'Art. 7 DSGVO', confidence: 'practice', validFrom: null, validTo: null },
});

/** The programme with one more rule, as an update brings it. */
export function withNewRule({ programme }: LoadedProgramme): LoadedProgramme {
  const changed = { ...programme, deadlines: [...programme.deadlines, consentReview] };
  const fingerprint = createHash('sha256').update(JSON.stringify(changed)).digest('hex').slice(0, 12);
  return { programme: changed, fingerprint };
}
