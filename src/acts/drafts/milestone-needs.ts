import type { Need } from '../../../contract/pages/act.js';
import { lastMilestone, currentPaper } from '../../../domain/journey/facts.js';
import { levelOf } from '../../../domain/programme/judge-fact.js';
import type { Milestone, MilestoneField } from '../../../domain/programme/schema/milestone.js';
import { addSpan } from '../../../domain/programme/span.js';
import type { Bench } from '../bench.js';
import { wordsOfField } from '../field-words.js';
import { languageOptions } from '../languages.js';
import { need } from '../needs.js';
import { paperKinds } from './paper.js';

const kinds: Record<MilestoneField['kind'], Need['kind']> = {
  day: 'day',
  enum: 'choice',
  list: 'choices',
  text: 'text',
  texts: 'lines',
  int: 'number',
  flag: 'flag',
};

/** The fields of a milestone's data as what has to be filled in, but for those that are said already. */
export const needsOfData = (milestone: Milestone, said: readonly string[], bench: Bench): Need[] =>
  milestone.fields
    .filter(({ name }) => !said.includes(name))
    .map((field) => needOf(milestone, field, bench))
    // what has to be said comes first; else in the programme's order
    .sort((a, b) => Number(b.required) - Number(a.required));

function needOf({ key }: Milestone, { name, kind, values, required }: MilestoneField, bench: Bench): Need {
  const words = wordsOfField(key, name) ?? { de: name, en: name };
  const options = values?.map((value) => ({
    value,
    label: wordsOfField(key, name, value)?.[bench.language] ?? value,
  }));
  const named = namedOptions[`${key}.${name}`]?.(bench);
  const preset = presets[`${key}.${name}`]?.(bench);
  return need(bench, named ? 'choice' : kinds[kind], `/data/${name}`, words, {
    required,
    ...(options && { options }),
    ...(named && { options: named }),
    ...(preset !== undefined && { preset }),
  });
}

/** Texts of which the programme knows what they may be. */
const namedOptions: Readonly<Record<string, (bench: Bench) => NonNullable<Need['options']>>> = {
  'consent_given.language': (bench) => languageOptions(bench, [bench.state.contact.language]),
  'eligibility_checked.statusKind': paperKinds,
  'status_gained.kind': (bench) => {
    const permits = bench.context.programme.documentKinds.filter(
      ({ statusClass }) => statusClass === 'permit',
    );
    return paperKinds(bench).filter(({ value }) => permits.some(({ key }) => key === value));
  },
};

const presets: Readonly<Record<string, (bench: Bench) => Need['preset']>> = {
  'consent_given.purposes': () => ['case_work', 'reminders'],
  'consent_given.language': ({ state }) => state.contact.language ?? 'de',
  'consent_given.form': () => 'paper',
  'consent_given.textVersion': ({ state }) => {
    const before = lastMilestone(state, 'consent_given')?.data['textVersion'];
    return typeof before === 'string' ? before : '1';
  },
  'eligibility_checked.result': () => 'eligible',
  'eligibility_checked.statusKind': ({ state }) => currentPaper(state)?.paper?.kind,
  'eligibility_checked.livesInStateFacility': () => false,
  'needs_assessed.germanLevel': ({ state, context }) => levelOf(state, context.programme),
  'plan_agreed.nextReviewOn': ({ today }) => addSpan(today, '3M'),
  'plan_agreed.agreedOn': ({ today }) => today,
  'plan_reviewed.nextReviewOn': ({ today }) => addSpan(today, '3M'),
  'language_exam_passed.skills': () => ['oral', 'written'],
  'training_contract_signed.probationMonths': () => 4,
  'training_contract_signed.type': () => 'dual',
  'status_application_filed.proof': () => 'receipt_seen',
};
