import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import pg from 'pg';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { startLotse, type RunningLotse } from '../support/running-lotse.js';
import { formsOf, tracesIn } from '../support/traces.js';
import { eventually } from '../support/eventually.js';

let lotse: RunningLotse;
let token: string;
const coordinator = 'koordination@example.org';

// Quiet hours off: a late fact's reminder goes 15 to 60 seconds after the click, whatever the hour of this run.
beforeAll(async () => {
  lotse = await startLotse({ LOTSE_QUIET_HOURS: 'off', LOTSE_OFFICE_PHONE: '0241 4710 99' });
  token = await lotse.account(coordinator, 'coordinator');
}, 180_000);
afterAll(() => lotse.remove(), 60_000);

/** Three invented people whose every value is unlike anything else on the disk. */
const canaries = [1, 2, 3].map((n) => ({
  givenName: `Kanarivorname${n}qx`,
  familyName: `Kanarinachname${n}qz`,
  email: `kanari-anschrift-${n}@example.org`,
  phone: `+49 171 9990001${n}7`,
  externalId: `KANARI-KENNUNG-${n}-QY`,
  note: `Kanarinotiz Nummer ${n} über den Wohnort`,
}));
const ruleKey = 'residence_document_expiry';
const today = berlinDay(new Date().toISOString());

/** The caught mails to some. */
const mailsOf = (wanted: (mail: { to: string }) => boolean): { raw: string }[] =>
  lotse
    .mails()
    .map(({ raw }) => ({ raw, to: /^To: (.*)$/m.exec(raw)?.[1]?.trim() ?? '' }))
    .filter(wanted);

describe('the first journeys of a new Lotse', () => {
  const journeys: string[] = [];

  it('are opened over HTTP, with paper, consent and plan', async () => {
    for (const { note, externalId, ...person } of canaries) {
      const opened = await lotse.call(token, 'POST', '/journeys', {
        externalId,
        commune: 'eschweiler',
        participant: { ...person, bornOn: '2004-05-06', language: 'de', channels: ['email'] },
        document: { kind: 'toleration_60a', validUntil: addDays(today, 30) },
      });
      expect(opened.status).toBe(201);
      const { id } = opened.json as { id: string };
      journeys.push(id);
      const consent = await lotse.call(token, 'POST', `/journeys/${id}/milestones`, {
        milestone: 'consent_given',
        on: today,
        data: { purposes: ['case_work', 'reminders'], language: 'de', form: 'paper', textVersion: '1' },
        note,
      });
      expect(consent.status).toBe(201);
      const rules = (consent.json.deadlines as { rule: string }[]).map(({ rule }) => rule);
      expect(rules).toContain(ruleKey);
    }
  }, 60_000);

  it('have one neutral mail each in the catcher, once the rung is reached', async () => {
    await eventually(() => expect(mailsOf(({ to }) => to !== coordinator)).toHaveLength(3), 90_000);
    for (const { familyName, givenName, email } of canaries) {
      const mail = lotse.mails().find(({ raw }) => raw.includes(`To: ${email}`));
      expect(mail?.raw).toContain(givenName);
      expect(mail?.raw).toContain('0241 4710 99');
      expect(mail?.raw).not.toContain(familyName);
      expect(mail?.raw).not.toMatch(/Duldung|Ausländer|Papier|Aufenthalt|Abschiebung|Asyl|BAMF|Klage/i);
    }
  }, 120_000);

  it('are told to the coordinator by Kennung and link, without a name and the kind of paper', async () => {
    const told = async (): Promise<string> => {
      const mails = mailsOf(({ to }) => to === coordinator);
      const parsed = await Promise.all(mails.map(({ raw }) => simpleParser(raw)));
      return parsed.map(({ subject, text, html }) => `${subject}\n${text}\n${html || ''}`).join('\n');
    };
    await eventually(async () => {
      for (const { externalId } of canaries) expect(await told()).toContain(externalId);
    }, 90_000);
    for (const id of journeys) expect(await told()).toContain(`<a href="${lotse.url}/journeys/${id}">`);
    for (const { givenName, familyName, email, phone } of canaries) {
      for (const value of [givenName, familyName, email, phone]) expect(await told()).not.toContain(value);
    }
    expect(await told()).not.toMatch(/Duldung|toleration|Ausländer|Aufenthalt|6\. Mai 2004|2004-05-06/i);
  }, 120_000);

  it('are shown by their workflows, which wait', async () => {
    for (const id of journeys) {
      const { json } = await lotse.call(token, 'GET', `/journeys/${id}`);
      expect(json).toMatchObject({ id, phase: 'intake', open: true });
    }
  });

  it('leave nothing of the person in the log, in Temporal’s files or in logs', async () => {
    const { run, dataDir } = lotse;
    const client = new pg.Client({ connectionString: run.databaseAdminUrl });
    await client.connect();
    const { rows } = await client.query<{ line: string }>('SELECT e::text AS line FROM es.event e');
    await client.end();
    const secret = canaries.flatMap((canary) => Object.values(canary));
    const kinds = ['toleration_60a', ruleKey];
    const log = Buffer.from(rows.map(({ line }) => line).join('\n'));
    const inLog = [...secret, ...kinds].filter((value) => formsOf(value).some((form) => log.includes(form)));
    expect(inLog).toEqual([]);

    await lotse.stop();
    for (const part of ['temporal', 'logs']) {
      expect(await tracesIn(join(dataDir, part), [...secret, ...kinds])).toEqual([]);
    }
  }, 120_000);

  it('leave names, contacts and notes nowhere on the disk but in the caught mail', async () => {
    const secret = canaries.flatMap((canary) => Object.values(canary));
    const traces = await tracesIn(lotse.dataDir, secret);
    expect(traces.filter((trace) => !trace.startsWith(join(lotse.dataDir, 'mail')))).toEqual([]);
    expect(traces.length).toBeGreaterThan(0); // the mails themselves: the search does find
  }, 120_000);
});
