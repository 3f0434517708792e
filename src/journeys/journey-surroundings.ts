import type { Instant } from '../../domain/time.js';

/** What is read along with a journey for whoever sees it: its coach as she can be reached, and the database's clock. */
export interface JourneySurroundings {
  coach: string | null;
  coachName: string | null;
  /** `null` where she has none, or her account is disabled. */
  coachPhone: string | null;
  databaseNow: Instant;
}

/** The columns of it, of `access.account a` that is joined to the journey. */
export const surroundingColumns = `
  a.email AS coach, a.name AS "coachName", CASE WHEN a.disabled_at IS NULL THEN a.phone END AS "coachPhone",
  date_trunc('milliseconds', clock_timestamp()) AS "databaseNow"`;
