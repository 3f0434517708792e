import { journeyRoutes } from '../../../contract/routes/journeys.js';
import type { ReachMilestone } from '../../../domain/journey/commands/reach-milestone.js';
import { milestonesOf } from '../../../domain/journey/facts.js';
import type { Milestone } from '../../../domain/programme/schema/milestone.js';
import { hasOwnRoute } from '../../journeys/own-route.js';
import type { Bench } from '../bench.js';
import type { Draft } from '../draft.js';
import { wordsOfField } from '../field-words.js';
import { happenedOn, noteOf } from '../needs.js';
import { milestoneWords } from '../milestone-words.js';
import type { Words } from '../words.js';
import { needsOfData } from './milestone-needs.js';

/** Milestones of which each value of a field is an act of its own, because people look for "b1". */
const spread: Readonly<Record<string, { field: string; label: (value: string, words: Words) => Words }>> = {
  language_exam_passed: {
    field: 'level',
    label: (level) => ({ de: `${level}-Prüfung bestanden`, en: `${level} exam passed` }),
  },
  school_certificate_obtained: {
    field: 'type',
    label: (_, { de, en }) => ({ de: `${de} erreicht`, en: `${en} obtained` }),
  },
};

/** Nobody passes an exam in what A0 means: none yet. */
const neverAlone = ['language_exam_passed.A0'];

/** Every milestone of the programme that this journey may have, as acts. */
export function milestoneDrafts(bench: Bench): Draft[] {
  const { state, context } = bench;
  const { milestones } = context.programme;
  const reached = new Set(milestonesOf(state).map(({ milestone }) => milestone));
  const open = milestones.filter(({ key, afterClosing }) => {
    return (state.plain.open || afterClosing) && !hasOwnRoute(key);
  });
  // what is still to come, before what may come again
  return open
    .toSorted((a, b) => Number(reached.has(a.key)) - Number(reached.has(b.key)))
    .flatMap((milestone) => draftsOf(milestone, bench));
}

/** The acts of one milestone, by its key. */
export function draftsOfMilestone(key: string, bench: Bench): Draft[] {
  const milestone = bench.context.programme.milestones.find((known) => known.key === key);
  return milestone ? draftsOf(milestone, bench) : [];
}

function draftsOf(milestone: Milestone, bench: Bench): Draft[] {
  const { key, title, repeats, fields } = milestone;
  const alone = spread[key];
  const values = fields.find(({ name }) => name === alone?.field)?.values;
  if (alone && values) {
    return values
      .filter((value) => !neverAlone.includes(`${key}.${value}`))
      .map((value) => {
        const words = alone.label(value, wordsOfField(key, alone.field, value) ?? { de: value, en: value });
        const draft = draftOf(milestone, words, { [alone.field]: value }, bench);
        return {
          ...draft,
          key: `${draft.key}.${value}`,
          words: [...(draft.words ?? []), value.toLowerCase()],
        };
      });
  }
  if (repeats !== 'reassessment') return [draftOf(milestone, title, {}, bench)];
  const isFirst = milestonesOf(bench.state, key).length === 0;
  const again = { de: `${title.de}, erneut`, en: `${title.en}, again` };
  return [draftOf(milestone, isFirst ? title : again, { reassessment: !isFirst }, bench)];
}

function draftOf(milestone: Milestone, title: Words, data: Record<string, unknown>, bench: Bench): Draft {
  const { key } = milestone;
  return {
    key: `milestone.${key}`,
    group: 'milestone',
    label: title[bench.language],
    words: milestoneWords[key] ?? [],
    route: journeyRoutes.reachMilestone,
    params: { id: bench.state.plain.journey },
    body: { milestone: key, data },
    needs: [happenedOn(bench), ...needsOfData(milestone, Object.keys(data), bench), noteOf(bench)],
    recordedBy: milestone.recordedBy,
    wish: (body) => ({ type: 'ReachMilestone', ...body }) as ReachMilestone,
  };
}
