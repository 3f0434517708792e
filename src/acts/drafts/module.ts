import { recordRoutes } from '../../../contract/routes/records.js';
import type { ChangeModule, ProposeModule } from '../../../domain/journey/commands/change-module.js';
import type { ModuleState } from '../../../domain/journey/events.js';
import { moduleEnds, modulesOf, type StandingModule } from '../../../domain/journey/facts.js';
import { nextSteps } from '../../../domain/programme/next-steps.js';
import { moduleStates } from '../../journeys/views/event-words.js';
import type { Bench } from '../bench.js';
import type { Draft } from '../draft.js';
import { happenedOn, need } from '../needs.js';
import { inWords } from '../words.js';

const searched = ['baustein', 'kurs', 'module', 'course'];

/** Every module that does not run may be proposed; whether it may begin is asked when it does. */
const proposals = (bench: Bench): Draft[] =>
  nextSteps(bench.state, bench.context.programme).flatMap((step) =>
    'module' in step ? [proposal(step.module, bench)] : [],
  );

const proposal = (module: string, bench: Bench): Draft => ({
  key: `module.propose.${module}`,
  group: 'module',
  label: inWords(bench, {
    de: `${nameOf(module, bench)} vorschlagen`,
    en: `Propose ${nameOf(module, bench)}`,
  }),
  words: [...searched, module.toLowerCase(), 'vorschlag'],
  route: recordRoutes.proposeModule,
  params: { id: bench.state.plain.journey },
  body: { module },
  needs: [happenedOn(bench), need(bench, 'text', '/provider', 'provider')],
  wish: (body) => ({ type: 'ProposeModule', ...body }) as ProposeModule,
});

/** Where a module that runs may go from here: the rules know which of all states follow. */
const changes = (instance: StandingModule, bench: Bench): Draft[] =>
  (Object.keys(moduleStates) as ModuleState[]).map((state) => change(instance, state, bench));

function change({ id: record, module }: StandingModule, to: ModuleState, bench: Bench): Draft {
  const ends = moduleEnds.includes(to);
  return {
    key: `module.${to}.${record}`,
    group: 'module',
    label: `${nameOf(module, bench)}: ${inWords(bench, moduleStates[to])}`,
    words: [...searched, module.toLowerCase()],
    route: recordRoutes.changeModule,
    params: { id: bench.state.plain.journey, moduleId: record },
    body: { state: to },
    needs: [
      happenedOn(bench),
      ...(to === 'completed' ? [need(bench, 'text', '/result', 'result')] : []),
      ...(to === 'paused' || (ends && to !== 'completed') ? [need(bench, 'text', '/reason', 'reason')] : []),
    ],
    wish: (body) => ({ type: 'ChangeModule', record, ...body }) as ChangeModule,
  };
}

const nameOf = (module: string, { context, language }: Bench): string =>
  `${module} ${context.programme.modules.find(({ key }) => key === module)?.title[language] ?? ''}`.trim();

export const moduleDrafts = (bench: Bench): Draft[] => [
  ...modulesOf(bench.state)
    .filter(({ state }) => !moduleEnds.includes(state))
    .flatMap((instance) => changes(instance, bench)),
  ...proposals(bench),
];
