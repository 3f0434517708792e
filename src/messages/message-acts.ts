import type { MessagePreview } from '../../contract/pages/messages.js';
import type { AgendaItem } from '../../domain/deadlines/agenda.js';
import { plan } from '../../domain/deadlines/plan.js';
import { refuseUnplanned } from '../../domain/journey/commands/steer-message.js';
import { decide } from '../../domain/journey/commands/index.js';
import { foresee } from '../../domain/journey/handle.js';
import { Refusal, type Missing } from '../../domain/journey/refusal.js';
import { whyNotAgain } from '../../domain/messages/why-not-again.js';
import type { Bench } from '../acts/bench.js';
import { messageDrafts } from '../acts/drafts/message.js';
import type { Draft } from '../acts/draft.js';
import { possible } from '../acts/offer.js';

/** What can be done about a message; and where it was handed over and is not sent again, why. */
export function actsOnMessage(item: AgendaItem, bench: Bench): Pick<MessagePreview, 'actions' | 'notAgain'> {
  const unplanned = new Map<string, Missing | undefined>();
  const planned = messageDrafts(item.key, bench).filter((draft) => {
    const isOffered = possible([draft], bench).length > 0;
    const why = isOffered && draft.needs.length === 0 ? whyUnplanned(draft, bench) : undefined;
    unplanned.set(draft.key, why);
    return isOffered && !why;
  });
  const handedOver = ['sending', 'sent', 'failed'].includes(
    bench.state.plain.messages[item.key]?.state ?? '',
  );
  const why = handedOver
    ? (whyNotAgain(bench.state, item) ?? [...unplanned.values()].find((each) => each !== undefined))
    : undefined;
  return { actions: possible(planned, bench), ...(why && { notAgain: why.text[bench.language] }) };
}

/** Whether the plan would have no place for what a click asks for, and why. */
function whyUnplanned({ wish, body }: Draft, { state, decision, context }: Bench): Missing | undefined {
  const command = wish(body);
  const ids = { commandId: 'asked', correlationId: 'asked', causationId: 'asked', eventId: String };
  try {
    const events = decide(state, command, decision);
    refuseUnplanned(events, plan(foresee(state, command, decision, ids), context.planning));
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.missing[0];
    throw error;
  }
}
