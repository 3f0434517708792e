import type { Act } from '../../../contract/pages/act.js';
import { say } from '../../texts/journey.js';

/** Takes a record back; `record` is where it lies: `milestones/<id>`. What it is needed for, the server says. */
export const withdrawalOf = (journey: string, record: string, what: string): Act => ({
  key: `withdraw.${record}`,
  group: 'journey',
  label: say('withdrawWhat', { what }),
  words: [],
  call: { method: 'POST', path: `/api/v1/journeys/${journey}/${record}/withdrawal` },
  body: {},
  needs: [{ pointer: '/reason', label: say('reason'), kind: 'text', required: true }],
  light: false,
});
