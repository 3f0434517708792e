import { describe, expect, it } from '@jest/globals';
import { childrenEnv, withoutAdmin } from './children-env.js';
import { readSettings } from './settings.js';

const now = Date.parse('2026-11-23T07:30:00Z');
const servers = {
  databaseUrl: 'postgresql://lotse@127.0.0.1:1/lotse',
  databaseAdminUrl: 'postgresql://postgres@127.0.0.1:1/lotse',
  temporalAddress: '127.0.0.1:2',
  temporalUi: 'http://127.0.0.1:3',
  smtpUrl: 'smtp://127.0.0.1:4',
};
const real = { LOTSE_DEMO: 'off', SMTP_URL: 'smtp://mail.example.org', LOTSE_MAIL_FROM: 'lotse@example.org' };

describe('a start', () => {
  it('is a demonstration on a fresh data directory, and later what it was, unless said otherwise', () => {
    expect(readSettings({}, undefined, now).demo).toBe(true);
    expect(readSettings({}, { demo: false, demonstration: false }, now).demo).toBe(false);
    expect(readSettings({ LOTSE_DEMO: 'off' }, { demo: true, demonstration: true }, now).demo).toBe(false);
  });

  it('keeps a demonstration to itself, also when it is switched off later', () => {
    const held = { demo: false, demonstration: true };
    expect(readSettings({}, held, now)).toMatchObject({ demo: false, sandbox: true });
    expect(() => readSettings(real, held, now)).toThrow(
      /^This Lotse holds a demonstration and SMTP_URL is set: .*start on another LOTSE_DATA_DIR/,
    );
    expect(() => readSettings({ LOTSE_HOST: '0.0.0.0' }, held, now)).toThrow(/LOTSE_HOST is "0.0.0.0"/);
  });

  it('refuses a wrong value before anything runs', () => {
    expect(() => readSettings({ LOTSE_QUIET_HOURS: 'maybe' }, undefined, now)).toThrow(
      /^LOTSE_QUIET_HOURS got "maybe"/,
    );
    expect(() => readSettings({ DATABASE_ADMIN_URL: 'postgres://h/d' }, undefined, now)).toThrow(
      /without DATABASE_URL/,
    );
    expect(() => readSettings({ ...real, LOTSE_MAIL_FROM: '' }, undefined, now)).toThrow(
      /^LOTSE_MAIL_FROM is missing/,
    );
    expect(() => readSettings({ ...real, LOTSE_DEMO: '' }, undefined, now)).toThrow(/SMTP_URL is set/);
  });

  it('keeps quiet hours but in a demonstration, unless said otherwise', () => {
    expect(readSettings({}, undefined, now).quietHours).toBe(false);
    expect(readSettings({ LOTSE_DEMO: 'off' }, undefined, now).quietHours).toBe(true);
    expect(readSettings({ LOTSE_QUIET_HOURS: 'on' }, undefined, now).quietHours).toBe(true);
  });

  it('turns LOTSE_NOW into an offset once, for a demonstration or a test only', () => {
    const moved = { LOTSE_NOW: '2026-11-24T08:30:00+01:00' };
    expect(readSettings(moved, undefined, now).clockOffsetMs).toBe(86_400_000);
    expect(() => readSettings({ ...moved, LOTSE_DEMO: 'off' }, undefined, now)).toThrow(/^LOTSE_NOW is set/);
  });
});

describe('what API and worker are told', () => {
  const told = (env: Record<string, string>) =>
    childrenEnv(env, readSettings(env, undefined, now), servers, '/data', '/data/master.key');

  it('is complete, defaults included', () => {
    expect(told({ LOTSE_NOW: '2026-11-23T07:30:01Z', PATH: '/bin' })).toMatchObject({
      PATH: '/bin',
      LOTSE_PORT: '3000',
      LOTSE_HOST: '127.0.0.1',
      LOTSE_DATA_DIR: '/data',
      LOTSE_DEMO: 'on',
      LOTSE_QUIET_HOURS: 'off',
      LOTSE_MAIL_CATCHER: 'on',
      LOTSE_MAIL_FROM: 'lotse@localhost',
      LOTSE_CLOCK_OFFSET_MS: '1000',
      LOTSE_NOW: undefined,
      LOTSE_MASTER_KEY_FILE: '/data/master.key',
      DATABASE_URL: servers.databaseUrl,
      TEMPORAL_NAMESPACE: 'default',
      NODE_ENV: 'production',
    });
    expect(told(real)).toMatchObject({ LOTSE_MAIL_CATCHER: 'off', LOTSE_QUIET_HOURS: 'on' });
  });

  it('holds no key of another Temporal when the embedded one is used', () => {
    expect(told({ TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'true' })).not.toHaveProperty('TEMPORAL_API_KEY');
    expect(told({ TEMPORAL_API_KEY: 'k', TEMPORAL_ADDRESS: 'cloud:7233' })).toHaveProperty(
      'TEMPORAL_API_KEY',
      'k',
    );
  });

  it("holds the first administrator's password for the API only", () => {
    const env = told({ LOTSE_ADMIN_EMAIL: 'a@example.org', LOTSE_ADMIN_PASSWORD: 'correct horse' });
    expect(env).toHaveProperty('LOTSE_ADMIN_PASSWORD', 'correct horse');
    expect(withoutAdmin(env)['LOTSE_ADMIN_PASSWORD']).toBeUndefined();
  });
});
