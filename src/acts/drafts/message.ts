import { attentionRoutes } from '../../../contract/routes/attention.js';
import type {
  HoldMessage,
  ReleaseMessage,
  ResendMessage,
  TellInPerson,
} from '../../../domain/journey/commands/steer-message.js';
import { messageId } from '../../read-models/message/message.js';
import type { Bench } from '../bench.js';
import type { Draft } from '../draft.js';
import { need, optionsOf } from '../needs.js';
import { holdReasonWords } from '../option-words.js';
import { inWords, type Words } from '../words.js';

/** What can be wanted of a message to the participant; the rules know which of it may be. */
export const messageDrafts = (key: string, bench: Bench): Draft[] => [
  release(key, bench),
  resend(key, bench),
  // another reason can be given by the API; a page that offers it again would only puzzle
  ...(bench.state.plain.messages[key]?.state === 'held_back' ? [] : [hold(key, bench)]),
  tellInPerson(key, bench),
];

const hold = (key: string, bench: Bench): Draft => ({
  key: `message.hold.${messageId(key)}`,
  group: 'attention',
  label: inWords(bench, { de: 'Zurückhalten', en: 'Hold back' }),
  route: attentionRoutes.holdMessage,
  params: { id: messageId(key) },
  body: {},
  needs: [
    need(bench, 'choice', '/reason', 'reason', {
      required: true,
      options: optionsOf(bench, holdReasonWords),
      hint: inWords(bench, {
        de: 'Sie wartet, bis jemand sie freigibt. Wird sie vorher nicht mehr gebraucht, entfällt sie.',
        en: 'It waits until somebody lets it go. If it is not needed any more before that, it is left out.',
      }),
    }),
  ],
  wish: (body) => ({ type: 'HoldMessage', key, ...body }) as HoldMessage,
});

const release = (key: string, bench: Bench): Draft => ({
  ...ofMessage(key, bench, 'release', { de: 'Freigeben', en: 'Let it go' }),
  route: attentionRoutes.releaseMessage,
  wish: (): ReleaseMessage => ({ type: 'ReleaseMessage', key }),
});

const tellInPerson = (key: string, bench: Bench): Draft => ({
  ...ofMessage(key, bench, 'told', { de: 'Persönlich erledigt', en: 'Told in person' }),
  route: attentionRoutes.tellMessageInPerson,
  wish: (): TellInPerson => ({ type: 'TellInPerson', key }),
});

const resend = (key: string, bench: Bench): Draft => ({
  ...ofMessage(key, bench, 'resend', { de: 'Erneut senden', en: 'Send again' }),
  route: attentionRoutes.resendMessage,
  wish: (): ResendMessage => ({ type: 'ResendMessage', key }),
});

/** What acts on a message have in common that need nothing to be filled in. */
const ofMessage = (key: string, bench: Bench, act: string, label: Words) => ({
  key: `message.${act}.${messageId(key)}`,
  group: 'attention' as const,
  label: inWords(bench, label),
  params: { id: messageId(key) },
  body: {},
  needs: [],
});
