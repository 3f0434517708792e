import type { Act, Acts, Need } from '../../contract/pages/act.js';
import { decide } from '../../domain/journey/commands/index.js';
import { Refusal } from '../../domain/journey/refusal.js';
import { missingIn } from '../journeys/views/missing.js';
import type { Bench } from './bench.js';
import { callOf, type Body, type Draft } from './draft.js';
import { choosing, filled } from './filled.js';

/** What the rules say to a draft; nothing where it is none of the reader's, or would say nothing. */
export type Offer = { possible: Act } | { notYet: Acts['notYet'][number] } | undefined;

/**
 * Asks the rules themselves whether a draft can be recorded: the command that it would send is decided on, and nothing
 * is recorded. Of what has to be chosen only those options are left that no rule stands against.
 */
export function offer(draft: Draft, bench: Bench): Offer {
  if (!mayDo(draft, bench.context.role)) return undefined;
  let { needs } = draft;
  for (const need of needs) {
    if (!need.required || !need.options) continue;
    const { left, refusal } = judgedOptions(draft, needs, need, bench);
    if (left.length === 0) return refusedOffer(draft, refusal, bench);
    needs = needs.map((each) => (each === need ? narrowed(need, left) : each));
  }
  const said = outcome(draft, filled(draft.body, needs), bench);
  if (said instanceof Refusal) return refusedOffer(draft, said, bench);
  return said === 'nothing' && !draft.sayingNothingIsFine ? undefined : { possible: actOf(draft, needs) };
}

/** The same where only what is possible is asked for. */
export function possible(drafts: readonly (Draft | undefined)[], bench: Bench): Act[] {
  return drafts.flatMap((draft) => {
    const offered = draft && offer(draft, bench);
    return offered && 'possible' in offered ? [offered.possible] : [];
  });
}

const mayDo = ({ route: { permission }, recordedBy }: Draft, role: Bench['context']['role']): boolean =>
  permission !== 'public' && permission.roles.includes(role) && (recordedBy?.includes(role) ?? true);

function judgedOptions(draft: Draft, needs: readonly Need[], need: Need, bench: Bench) {
  const left: string[] = [];
  let refusal: Refusal | undefined;
  const bodyWith = choosing(filled(draft.body, needs), need);
  for (const { value } of need.options ?? []) {
    const said = outcome(draft, bodyWith(value), bench);
    if (said instanceof Refusal) refusal ??= said;
    else if (said === 'new' || draft.sayingNothingIsFine) left.push(value);
  }
  return { left, refusal };
}

function narrowed({ preset, ...need }: Need, left: readonly string[]): Need {
  const options = need.options?.filter(({ value }) => left.includes(value));
  const still = Array.isArray(preset) ? preset.filter((value) => left.includes(value)) : preset;
  const isLeft = Array.isArray(still) ? still.length > 0 : left.includes(String(still));
  return { ...need, ...(options && { options }), ...(still !== undefined && isLeft && { preset: still }) };
}

function outcome({ wish }: Draft, body: Body, { state, decision }: Bench): 'new' | 'nothing' | Refusal {
  try {
    return decide(state, wish(body), decision).length > 0 ? 'new' : 'nothing';
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** What only has to wait is told with what is missing; what can't be at all, or not any more, is not mentioned. */
function refusedOffer(
  { key, group, label, words }: Draft,
  refusal: Refusal | undefined,
  bench: Bench,
): Offer {
  const waits = refusal?.code === 'not-yet-possible' || refusal?.code === 'consent-missing';
  const isClosed = refusal?.missing.some(({ code }) => code === 'journey-closed');
  if (!refusal || !waits || isClosed) return undefined;
  const missing = missingIn(bench.language, refusal.missing);
  return { notYet: { key, group, label, words: [...(words ?? [])], missing } };
}

function actOf(draft: Draft, needs: readonly Need[]): Act {
  const { key, group, label, words = [], body, light = false, confirm } = draft;
  const act = { key, group, label, words: [...words], call: callOf(draft), body, needs: [...needs], light };
  return { ...act, ...(confirm !== undefined && { confirm }) };
}
