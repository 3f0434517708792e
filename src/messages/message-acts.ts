import type { MessagePreview } from '../../contract/pages/messages.js';
import type { AgendaItem } from '../../domain/deadlines/agenda.js';
import { whyNotAgain } from '../../domain/messages/why-not-again.js';
import type { Bench } from '../acts/bench.js';
import { messageDrafts } from '../acts/drafts/message.js';
import { possible } from '../acts/offer.js';

/** What can be done about a message; and where it was handed over and is not sent again, why. */
export function actsOnMessage(item: AgendaItem, bench: Bench): Pick<MessagePreview, 'actions' | 'notAgain'> {
  const actions = possible(messageDrafts(item.key, bench), bench);
  const why = wasHandedOver(item, bench) ? whyNotAgain(bench.state, item) : undefined;
  return { actions, ...(why && { notAgain: why.text[bench.language] }) };
}

const wasHandedOver = ({ key }: AgendaItem, { state }: Bench): boolean =>
  ['sending', 'sent', 'failed'].includes(state.plain.messages[key]?.state ?? '');
