import { Problem } from '../http/problem.js';

/** What has a route of its own is recorded there only, so that nothing can be said in two ways. */
const paths: Readonly<Record<string, string>> = {
  first_contact: 'contacts',
  document_recorded: 'documents',
  module_applied: 'modules',
  module_enrolled: 'modules/{moduleId}',
  module_started: 'modules/{moduleId}',
  module_completed: 'modules/{moduleId}',
  module_aborted: 'modules/{moduleId}',
  attendance_reported: 'modules/{moduleId}',
  case_closed: 'close',
  case_reopened: 'reopen',
};

/** Whether it is recorded elsewhere than as a milestone. */
export const hasOwnRoute = (milestone: string): boolean => Object.hasOwn(paths, milestone);

/** Refuses a milestone that has a route of its own. @throws Problem 409 with that path */
export function refuseOwnRoute(journey: string, milestone: string): void {
  const below = hasOwnRoute(milestone) ? paths[milestone] : undefined;
  if (below === undefined) return;
  const path = `/api/v1/journeys/${journey}/${below}`;
  throw new Problem(409, 'use-route', 'This is recorded by a route of its own', {
    detail: `Record it at ${path}.`,
    extra: { path },
  });
}
