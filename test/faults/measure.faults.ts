import { it } from '@jest/globals';
import { journeyRunner } from '../integration/event-store/runner.js';
import { manyJourneys } from '../support/many-journeys.js';
import { fold } from '../../domain/journey/evolve.js';
import { plan } from '../../domain/deadlines/plan.js';
import { agendaChange } from '../../domain/journey/agenda-change.js';
import { standingOf } from '../../domain/journey/standing.js';
import { loadEvents } from '../../src/journeys/loaded-journey.js';
import { sealState } from '../../src/journeys/sealed-state.js';
import { inlineReadModels } from '../../src/read-models/index.js';
import { storedEventColumns, fromStored } from '../../src/event-store/stored-event.js';

it('measures', async () => {
  const w = await journeyRunner('2050-11-23T07:30:00.000Z');
  let t = performance.now();
  const lap = (n: string, per: number) => {
    const d = performance.now() - t;
    console.log(n, d.toFixed(0), 'ms', ((d * 1000) / per).toFixed(1), 'us each');
    t = performance.now();
  };
  const { ids, events } = await manyJourneys(w, { count: 400, length: 30, from: '2026-01-10T08:00:00.000Z' });
  lap('made ' + events, ids.length);
  const all = new Map();
  for (const id of ids) all.set(id, await loadEvents(w.sql, w.secrets.wrapping, id));
  lap('loaded one by one', events);
  for (let r = 0; r < 3; r++) {
    t = performance.now();
    const { rows } = await w.sql.query(
      `SELECT ${storedEventColumns} FROM es.event e WHERE stream_id = ANY($1) ORDER BY e.stream_id, e.version`,
      [ids],
    );
    lap('read rows', events);
    for (const row of rows as any[]) fromStored(row, all.get(row.streamId).keys);
    lap('opened', events);
    const states = ids.map((id) => fold(id, structuredClone(all.get(id).events)));
    lap('folded (with clone)', events);
    const planning = w.programmes.planning('durchstarten');
    let n = 0;
    for (const s of states) if (agendaChange(s, plan(s, planning))) n++;
    lap('planned ' + n, ids.length);
    for (const s of states) standingOf(s, planning.programme, 1);
    lap('standing', ids.length);
    for (const s of states) sealState(all.get(s.plain.journey).keys, s);
    lap('sealed', ids.length);
    for (const s of states) for (const m of inlineReadModels) m.rowsOf(s);
    lap('models', ids.length);
  }
  await w.end();
});
