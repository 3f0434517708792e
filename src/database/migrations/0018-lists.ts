import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists across journeys filter and sort by, in the row itself and in the order of an index: of a hundred thousand
 * journeys a page is read, not all of them. Days, severities and nothing of a person.
 */
const lists = `
ALTER TABLE rm.journey
  ADD COLUMN next_deadline  date,  -- the earliest that is open or missed
  ADD COLUMN worst_severity int;   -- of the flags that are raised
ALTER TABLE rm.flag ADD COLUMN snoozed_until date;

UPDATE rm.journey j SET next_deadline = d.due, worst_severity = f.severity
  FROM rm.journey o
  LEFT JOIN (SELECT journey_id, min(due) AS due FROM rm.deadline WHERE state IN ('open', 'missed') GROUP BY 1) d
    ON d.journey_id = o.id
  LEFT JOIN (SELECT journey_id, max(severity) AS severity FROM rm.flag GROUP BY 1) f ON f.journey_id = o.id
 WHERE o.id = j.id AND (d.due IS NOT NULL OR f.severity IS NOT NULL);
UPDATE rm.flag f SET snoozed_until = (s->>'snoozedUntil')::date
  FROM rm.journey j, jsonb_array_elements(j.state_plain->'flags') s
 WHERE j.id = f.journey_id AND s->>'id' = f.id::text AND s->>'snoozedUntil' IS NOT NULL;

CREATE INDEX journey_by_deadline ON rm.journey (open, (coalesce(next_deadline, '9999-12-31'::date)), id);
CREATE INDEX journey_of_coach ON rm.journey (coach_id);
CREATE INDEX flag_by_severity ON rm.flag (severity DESC, since, id);
CREATE INDEX deadline_by_day ON rm.deadline (state, due, id);
DROP INDEX rm.deadline_due;
`;

export class Lists1795471200018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lists);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX deadline_due ON rm.deadline (due) WHERE state = 'open';
      DROP INDEX rm.journey_by_deadline, rm.journey_of_coach, rm.flag_by_severity, rm.deadline_by_day;
      ALTER TABLE rm.flag DROP COLUMN snoozed_until;
      ALTER TABLE rm.journey DROP COLUMN next_deadline, DROP COLUMN worst_severity`);
  }
}
