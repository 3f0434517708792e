import type { Act, Acts } from '../../contract/pages/act.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Bench } from './bench.js';
import type { Draft } from './draft.js';
import { attentionDrafts } from './drafts/attention.js';
import { contactDrafts } from './drafts/contact.js';
import { journeyDrafts } from './drafts/journey.js';
import { milestoneDrafts } from './drafts/milestone.js';
import { moduleDrafts } from './drafts/module.js';
import { overlayDrafts } from './drafts/overlay.js';
import { paperDrafts } from './drafts/paper.js';
import { changeParticipant, withdrawConsent } from './drafts/person.js';
import { offer } from './offer.js';
import { remediesOfFlag, remediesOfTask } from './remedies.js';

/**
 * Everything that this reader may record in this journey now, and what has to wait, with what is missing for it. First
 * comes what solves what is raised or open, then what is recorded most often.
 */
export function actsOf(bench: Bench): Acts {
  const possible: Act[] = [];
  const notYet: Acts['notYet'] = [];
  for (const draft of draftsOf(bench)) {
    const offered = offer(draft, bench);
    if (!offered) continue;
    if ('possible' in offered) possible.push(offered.possible);
    else notYet.push(offered.notYet);
  }
  const urgent = urgentKeys(bench);
  const rank = ({ key }: Act): number => (urgent.includes(key) ? urgent.indexOf(key) : urgent.length);
  return { possible: possible.toSorted((a, b) => rank(a) - rank(b)), notYet };
}

/** Every act that could be offered, before the rules are asked. */
export function draftsOf(bench: Bench): Draft[] {
  return [
    ...contactDrafts(bench),
    ...paperDrafts(bench),
    ...milestoneDrafts(bench),
    ...moduleDrafts(bench),
    ...attentionDrafts(bench),
    changeParticipant(bench),
    ...overlayDrafts(bench),
    withdrawConsent(bench),
    ...journeyDrafts(bench),
  ].filter((draft) => draft !== undefined);
}

/** What solves the gravest first; marking as done solves nothing by itself. */
function urgentKeys(bench: Bench): string[] {
  const { flags, tasks } = bench.state.plain;
  const raised = flags
    .filter(({ snoozedUntil = '' }) => snoozedUntil < berlinDay(bench.decision.now))
    .toSorted((a, b) => b.severity - a.severity);
  const drafts = [
    ...raised.flatMap((flag) => remediesOfFlag(flag, bench)),
    ...tasks.filter(({ state }) => state === 'open').flatMap((task) => remediesOfTask(task, bench)),
  ];
  return drafts.flatMap((draft) => (draft && draft.group !== 'attention' ? [draft.key] : []));
}
