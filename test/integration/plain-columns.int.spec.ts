import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApi, type Api } from '../support/api.js';
import {
  today,
  person,
  opening,
  paper,
  consent,
  plan,
  journeyCalls,
  staff,
} from '../support/journey-calls.js';

let api: Api;
const { opened, post } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

describe('what lies in the database', () => {
  it('holds nothing of a person in plain text', async () => {
    const canaries = {
      externalId: 'Kennungcanary-77123',
      givenName: 'Vornamecanary',
      familyName: 'Nachnamecanary',
      phone: '+49 151 7712345678',
      email: 'canary-address@example.org',
      reason: 'Ausnahmecanary weil',
      goal: 'Zielcanary-Ausbildung',
      note: 'Notizcanary-Gespräch',
      hint: 'coachcanary@example.org',
    };
    const { externalId, givenName, familyName, phone, email, reason, goal, note, hint } = canaries;
    const participant = person({
      givenName,
      familyName,
      phone,
      email,
      channels: ['email'],
      nationality: 'ER',
    });
    const id = await opened(
      opening({ externalId, participant, document: paper(70), exception: { reason }, coach: hint }),
      'karl',
    );
    await post(id, 'milestones', { ...consent('case_work', 'reminders'), note }, { key: randomUUID() });
    await post(id, 'milestones', { ...plan, data: { ...plan.data, goals: [goal] } });
    await post(id, 'close', { on: today, reason: 'placed_training', note });
    const { sql } = api.platform;
    const tables = await sql.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
        WHERE table_schema IN ('es', 'rm', 'checks') AND table_type = 'BASE TABLE'`,
    );
    let all = '';
    for (const { name } of tables.rows) {
      const { rows } = await sql.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      all += rows.map(({ row }) => row).join('\n');
    }
    expect(all).toContain(id);
    for (const canary of Object.values(canaries)) {
      for (const form of ['utf8', 'utf16le'] as const) {
        const bytes = Buffer.from(canary, form);
        expect(all).not.toContain(bytes.toString('utf8'));
        expect(all).not.toContain(bytes.toString('base64').slice(0, 12));
        expect(all).not.toContain(bytes.toString('hex'));
      }
      expect(JSON.stringify(api.lines)).not.toContain(canary);
    }
    const { rows: events } = await sql.query<{ row: string }>('SELECT e::text AS row FROM es.event e');
    expect(JSON.stringify(events)).not.toMatch(/toleration_60a|residence_document_expiry/);
  });
});
