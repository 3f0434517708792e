import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailPage, type Installation } from '../../src/mail-page/page.js';
import { startApi, type Api } from '../support/api.js';

let api: Api;

beforeAll(async () => {
  api = await startApi({});
});
afterAll(() => api?.close());

const page = (language?: string) =>
  api.call('GET', '/mails', language === undefined ? {} : { headers: { 'accept-language': language } });

describe('the page of the caught mails', () => {
  it('lets nothing run or load that is not its own file', async () => {
    const { headers, text } = await page();
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe|data:|\*|https?:/);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(text).not.toMatch(/<script(?![^>]*src=)|<style| style=| on[a-z]+=|javascript:|<iframe|<img/);
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it.each([
    ['mails.js', 'text/javascript; charset=utf-8'],
    ['mails.css', 'text/css; charset=utf-8'],
  ])('has its %s beside it, as what it is', async (file, type) => {
    expect((await page()).text).toContain(`"/${file}"`);
    const { status, headers, text } = await api.call('GET', `/${file}`);
    expect([status, headers.get('content-type')]).toEqual([200, type]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(text).not.toMatch(/https?:|@import|url\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
  });

  it('is in German, and in English for whoever prefers that', async () => {
    for (const [wished, language, word] of [
      [undefined, 'de', 'Anmelden'],
      ['fr', 'de', 'Anmelden'],
      ['en-GB,de;q=0.5', 'en', 'Sign in'],
    ] as const) {
      const { headers, text } = await page(wished);
      expect(headers.get('content-language')).toBe(language);
      expect(headers.get('vary')).toContain('Accept-Language');
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).toContain(`<h2>${word}</h2>`);
    }
  });

  it('has a name for every field, and every place that its script fills', async () => {
    const { text } = await page();
    const installed = mailPage({ ...real, mailCatcher: true }, 'de');
    for (const [, id = ''] of text.matchAll(/<input id="(\w+)"/g))
      expect(text).toContain(`<label for="${id}">`);
    const script = (await api.call('GET', '/mails.js')).text;
    const places = [...script.matchAll(/byId\('([\w-]+)'\)|\bon\('([\w-]+)'/g)].map(([, a, b]) => a ?? b);
    expect(places.length).toBeGreaterThan(20);
    for (const place of places) expect(installed).toContain(`id="${place}"`);
    const words = [...script.matchAll(/\bwords\.(\w+)/g)].map(([, word = '']) => word);
    const attributes = words.map(
      (word) => `data-${word.replaceAll(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}=`,
    );
    for (const attribute of attributes) expect(installed).toContain(attribute);
  });
});

const real: Installation = { sandbox: false, demo: false, mailCatcher: false };

describe('what the page says', () => {
  it('of a demonstration, and who may sign in only where that was printed', () => {
    const access = 'Die Zugänge stehen im Fenster, in dem Lotse gestartet wurde.';
    const shown = mailPage({ ...real, sandbox: true, demo: true, mailCatcher: true }, 'de');
    expect(shown).toContain(`Vorführung: Alle Personen sind erfunden. ${access}`);
    const switchedOff = mailPage({ ...real, sandbox: true, mailCatcher: true }, 'de');
    expect(switchedOff).toContain('Vorführung: Alle Personen sind erfunden.');
    expect(switchedOff).not.toContain(access);
    expect(mailPage(real, 'de')).not.toContain('Vorführung');
  });

  it('of Temporal’s pages where they are known, and of the API always', () => {
    const temporalUiOrigin = 'http://127.0.0.1:8233';
    expect(mailPage({ ...real, temporalUiOrigin }, 'de')).toContain(`<a href="${temporalUiOrigin}">`);
    expect(mailPage(real, 'en')).not.toContain('Temporal');
    expect(mailPage(real, 'de')).toContain('<a href="/api/docs">');
  });

  it('of mail that goes out: that it is not shown here', () => {
    const out = mailPage(real, 'de');
    expect(out).toContain('(SMTP_URL)');
    expect(out).not.toContain('id="mails"');
    const caught = mailPage({ ...real, mailCatcher: true }, 'de');
    expect(caught).not.toContain('(SMTP_URL)');
    expect(caught).toContain('id="mails"');
  });
});
