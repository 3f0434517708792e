import { describe, expect, it } from '@jest/globals';
import { htmlMail, plainMail } from './mail-parts.js';
import type { Part } from './message.js';
import type { RenderedText } from './texts.js';

const text = (language: string, direction: 'ltr' | 'rtl', ...body: Part[]): RenderedText => ({
  key: 'neutral_callback',
  language,
  direction,
  version: 1,
  reviewed: true,
  subject: '',
  body,
});

const call = (phone: string): string => htmlMail('', [[text('de', 'ltr', { phone })]]);

describe('the HTML part', () => {
  it('shows signs of HTML in names and subject as they are', () => {
    const html = htmlMail('A & B', [[text('de', 'ltr', `Hallo <b onclick="x('y')">&amp;\nTschüs`)]]);
    expect(html).toContain('Hallo &#60;b onclick=&#34;x(&#39;y&#39;)&#34;&#62;&#38;amp;<br>\nTschüs');
    expect(html).toContain('<title>A &#38; B</title>');
  });

  it('says of the whole and of each text in which language and direction it is', () => {
    const html = htmlMail('', [[text('ar', 'rtl', 'مرحبًا')], [text('de', 'ltr', 'Hallo')]]);
    expect(html).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
    expect(html).toContain('<body lang="ar" dir="rtl" ');
    expect(html).toContain(
      '<div lang="ar" dir="rtl">\n<p>مرحبًا</p>\n</div>\n<hr>\n<div lang="de" dir="ltr">\n<p>Hallo</p>',
    );
  });

  it.each([
    ['02403 4711-0', '0240347110'],
    ['+49 (0)2403 4711', '+4924034711'],
    ['(02403) 4711', '024034711'],
    ['\u206802403/4711\u2069', '024034711'],
  ])('lets the number %s be called, and shows it', (phone, called) => {
    expect(call(phone)).toContain(`<a href="tel:${called}" `);
    expect(call(phone)).toContain(`>${phone}</a>`);
  });

  it('has large dark letters on white, and nothing from elsewhere', () => {
    const html = call('0241 000');
    expect(html).toContain('background-color:#ffffff;color:#111111');
    expect(html).toContain('font-size:18px');
    expect(html.match(/(href|src|url|@import|<img|<link|<script)[^ ]*/g)).toEqual(['href="tel:0241000"']);
  });
});

it('says the same in the plain part: texts apart, German beneath a line', () => {
  const parts = [
    [text('ti', 'ltr', 'ሰላም።', { phone: '0241 000' }), text('en', 'ltr', 'Hello.')],
    [text('de', 'ltr', 'Hallo.')],
  ];
  expect(plainMail(parts)).toBe('ሰላም።0241 000\n\nHello.\n\n----------\n\nHallo.');
});
