/** An instant, RFC 3339 in UTC with milliseconds: `2026-11-23T07:30:00.000Z`. Such strings sort as the instants do. */
export type Instant = string;

/** A calendar day in the programme's region, `YYYY-MM-DD`. Deadlines are days, never instants. */
export type Day = string;
