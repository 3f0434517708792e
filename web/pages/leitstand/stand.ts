import type { Day } from '../../time/days.js';

/** The past day that an address asks for; what is none, or is not over, is now. */
export function standIn(search: URLSearchParams, today: Day): Day | undefined {
  const said = search.get('stand') ?? '';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(said) && !Number.isNaN(Date.parse(`${said}T00:00:00Z`));
  return isDay && said < today ? said : undefined;
}
