import { describe, expect, it } from '@jest/globals';
import { documentOf } from './mail-document.js';

const mail = {
  id: 'k@localhost.1',
  to: 'a@example.org',
  from: 'lotse@localhost',
  subject: '<b>Bitte</b> anrufen',
  sentAt: '2026-11-23T10:00:00Z',
  size: 10,
  text: '',
  parts: [
    {
      text: '<script>alert(1)</script>\n<img src="https://example.org/x">',
      language: 'fa',
      direction: 'rtl' as const,
    },
    { text: 'Guten Tag' },
  ],
};

describe('a caught mail', () => {
  it('is shown as text: whatever is written in it becomes no element', () => {
    const html = documentOf(mail, 'Betreff');
    expect(html).not.toMatch(/<(script|img|b)\b/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;<br>&lt;img src=&quot;https:');
  });

  it('has each part in its language and direction', () => {
    const html = documentOf(mail, 'Betreff');
    expect(html).toContain('<p lang="fa" dir="rtl">');
    expect(html).toContain('<p dir="auto">Guten Tag</p>');
  });
});
