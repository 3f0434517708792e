import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig } from './config.js';
import { variables } from './variables.js';

const key = Buffer.alloc(32, 7);
const needed = {
  DATABASE_URL: 'postgresql://lotse:geheim@127.0.0.1:5432/lotse',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  LOTSE_MAIL_FROM: 'lotse@localhost',
  LOTSE_MASTER_KEY: key.toString('base64'),
};
const read = (more: Record<string, string> = {}) => readConfig({ ...needed, ...more });
const refusal = (more: Record<string, string>) => {
  try {
    read(more);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no refusal';
};

describe('the environment', () => {
  it('has defaults for everything but servers, sender and key', () => {
    expect(read()).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('.lotse'),
      demo: false,
      database: { url: needed.DATABASE_URL, adminUrl: needed.DATABASE_URL },
      temporal: { address: '127.0.0.1:7233', namespace: 'default' },
      smtpUrl: needed.SMTP_URL,
      mailCatcher: false,
      mailFrom: 'lotse@localhost',
      publicUrl: 'http://127.0.0.1:3000',
      trustedProxies: ['127.0.0.0/8', '::1'],
      masterKey: key,
      quietHours: true,
      clockOffsetMs: 0,
      nodeEnv: 'production',
    });
  });

  it('takes empty for not set, as compose files write it', () => {
    expect(read({ LOTSE_PORT: '', LOTSE_OFFICE_PHONE: '', LOTSE_ADMIN_EMAIL: '' }).port).toBe(3000);
  });

  it('names proxies by address and network', () => {
    const { trustedProxies } = read({ LOTSE_TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1,2001:db8::/32' });
    expect(trustedProxies).toEqual(['10.0.0.0/8', '192.0.2.1', '2001:db8::/32']);
  });

  it('cannot be changed after it was read', () => {
    expect(Object.isFrozen(read()) && Object.isFrozen(read().database)).toBe(true);
  });

  const addresses = 'addresses or networks separated by commas, such as 10.0.0.5,172.30.233.0/24';

  it.each([
    ['LOTSE_PORT', '0', 'a port from 1 to 65535'],
    ['LOTSE_PORT', '70000', 'a port from 1 to 65535'],
    ['LOTSE_PORT', '3000 ', 'a port from 1 to 65535'],
    ['LOTSE_HOST', 'http://x', 'a host name or an IP address'],
    ['LOTSE_DEMO', 'yes', 'on or off'],
    ['LOTSE_TRUSTED_PROXIES', '10.0.0.0/33', addresses],
    ['LOTSE_TRUSTED_PROXIES', 'proxy.example.org', addresses],
    ['LOTSE_QUIET_HOURS', 'OFF', 'on or off'],
    ['TEMPORAL_ADDRESS', 'temporal', 'host:port'],
    ['LOTSE_PUBLIC_URL', 'lotse.example.org', 'a URL such as https://lotse.example.org'],
    ['LOTSE_MAIL_FROM', 'Lotse <a@b>', 'an e-mail address without a displayed name'],
  ])('refuses %s=%s, naming it, what it got and what it takes', (name, value, takes) => {
    expect(refusal({ [name]: value })).toBe(`${name} got ${JSON.stringify(value)}; it takes ${takes}.`);
  });

  it.each([
    ['DATABASE_URL', 'postgresql://lotse:geheim@host'],
    ['SMTP_URL', 'http://user:geheim@host'],
    ['LOTSE_MASTER_KEY', 'geheim'],
    ['LOTSE_ADMIN_PASSWORD', 'geheim'],
    ['LOTSE_METRICS_TOKEN', 'geheim'],
  ])('never shows what is wrong in %s', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(
      new RegExp(`^${name} got a value that is not shown; it takes (?!.*geheim)[^\\n]+$`),
    );
  });

  it('says what is missing', () => {
    expect(refusal({ DATABASE_URL: '' })).toMatch(/^DATABASE_URL is missing; it takes a URL/);
    expect(refusal({ LOTSE_MAIL_FROM: '' })).toMatch(/^LOTSE_MAIL_FROM is missing; it takes/);
    expect(refusal({ LOTSE_ADMIN_EMAIL: 'a@example.org' })).toMatch(/^LOTSE_ADMIN_EMAIL is set without/);
  });

  it('gives every variable words for what it takes', () => {
    for (const { takes } of Object.values(variables)) expect(takes).not.toBe('');
  });
});

describe('the master key', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'lotse-config-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('is read as base64 or hex, from the variable or from a file', () => {
    expect(read({ LOTSE_MASTER_KEY: key.toString('hex') }).masterKey).toEqual(key);
    const file = join(dir, 'key');
    writeFileSync(file, `${key.toString('base64url')}\n`);
    expect(read({ LOTSE_MASTER_KEY: '', LOTSE_MASTER_KEY_FILE: file }).masterKey).toEqual(key);
  });

  it('is refused when it is given twice, not at all, or cannot be read', () => {
    expect(refusal({ LOTSE_MASTER_KEY_FILE: join(dir, 'key') })).toMatch(/both set/);
    expect(refusal({ LOTSE_MASTER_KEY: '' })).toMatch(/^LOTSE_MASTER_KEY is missing/);
    expect(refusal({ LOTSE_MASTER_KEY: '', LOTSE_MASTER_KEY_FILE: join(dir, 'none') })).toMatch(
      /cannot be read\.$/,
    );
  });
});

describe('a demonstration', () => {
  const demo = { LOTSE_DEMO: 'on', LOTSE_MAIL_CATCHER: 'on' };

  it('keeps no quiet hours and has an invented office number, unless told otherwise', () => {
    expect(read(demo)).toMatchObject({ quietHours: false, officePhone: '0221 4710 123' });
    expect(read({ ...demo, LOTSE_QUIET_HOURS: 'on' }).quietHours).toBe(true);
  });

  it('sends to the catcher only and listens on this machine only', () => {
    expect(refusal({ LOTSE_DEMO: 'on' })).toMatch(/^LOTSE_DEMO is on and SMTP_URL is set/);
    expect(refusal({ ...demo, LOTSE_HOST: '0.0.0.0' })).toMatch(
      /^LOTSE_DEMO is on and LOTSE_HOST is "0.0.0.0"/,
    );
    expect(read({ ...demo, LOTSE_HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });

  it('may move the clock, as tests may and nobody else', () => {
    const moved = { LOTSE_CLOCK_OFFSET_MS: '-86400000' };
    expect(read({ ...demo, ...moved }).clockOffsetMs).toBe(-86_400_000);
    expect(read({ NODE_ENV: 'test', ...moved }).clockOffsetMs).toBe(-86_400_000);
    expect(refusal(moved)).toMatch(/^LOTSE_CLOCK_OFFSET_MS is set; it is taken only with NODE_ENV=test/);
    expect(refusal({ ...demo, LOTSE_NOW: '2026-11-23T07:30:00Z' })).toMatch(
      /^LOTSE_NOW is taken by npm start only/,
    );
  });
});

describe('TLS to the database', () => {
  const at = (query: string): Record<string, string> => ({ DATABASE_URL: `${needed.DATABASE_URL}?${query}` });

  it('checks the certificate, or is not asked for', () => {
    const url = `${needed.DATABASE_URL}?sslmode=verify-full`;
    expect(read({ DATABASE_URL: url }).database.url).toBe(url);
    expect(refusal(at('sslmode=require'))).toMatch(/^DATABASE_URL has sslmode=require; it takes verify-full/);
    const admin = { DATABASE_ADMIN_URL: `${needed.DATABASE_URL}?sslmode=no-verify` };
    expect(refusal(admin)).toMatch(/^DATABASE_ADMIN_URL has sslmode=no-verify; it takes verify-full/);
    expect(refusal(at('sslrootcert=/none/ca.pem'))).toMatch(/without sslmode=verify-full\.$/);
  });

  it('has files that can be read', () => {
    expect(refusal(at('sslmode=verify-full&sslrootcert=/none/ca.pem'))).toBe(
      'DATABASE_URL has sslrootcert=/none/ca.pem; this file cannot be read.',
    );
  });
});

describe('another Temporal', () => {
  it('is reached by TLS when a key or a certificate is given, unless that is switched off', () => {
    expect(read({ TEMPORAL_API_KEY: 'k' }).temporal).toMatchObject({ apiKey: 'k', tls: {} });
    expect(read({ TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' }).temporal.tls).toBeUndefined();
    const pair = { TEMPORAL_TLS_CLIENT_CERT_DATA: 'crt', TEMPORAL_TLS_CLIENT_KEY_DATA: 'key' };
    expect(read(pair).temporal.tls).toEqual({
      clientCertPair: { crt: Buffer.from('crt'), key: Buffer.from('key') },
    });
  });

  it('needs both halves of a certificate, readable', () => {
    expect(refusal({ TEMPORAL_TLS_CLIENT_CERT_DATA: 'crt' })).toMatch(/go together/);
    expect(refusal({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/none/ca.pem' })).toMatch(
      /^TEMPORAL_TLS_SERVER_CA_CERT_PATH got "\/none\/ca.pem"; .*cannot be read\.$/,
    );
  });
});
