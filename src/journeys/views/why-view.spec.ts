import { describe, expect, it } from '@jest/globals';
import { planningWith, programme } from '../../../test/support/planning.js';
import { paperOf } from '../../../test/support/histories.js';
import { reachable } from '../../../test/support/story.js';
import { mailsDue } from '../../../domain/messages/mails-due.js';
import type { ViewContext } from './view-context.js';
import { whyOf } from './why-view.js';

describe('why something lies ahead', () => {
  it('is told under the name of what it is about, a task’s too', () => {
    const story = reachable('2026-11-23T07:30:00.000Z');
    story.does(paperOf('toleration_60a', story.day(70)));
    story.now = story.reminders[0]?.at ?? '';
    const [mail] = mailsDue(story.state, story.now);
    story.does({ type: 'ClaimMessage', ...(mail ?? { key: '', with: [] }) });
    const context = { programme, language: 'de', planning: planningWith() } as unknown as ViewContext;
    const titles = new Map(whyOf(story.state, context).acts.map(({ rule, title }) => [rule, title]));
    expect(titles.get('tell_participant')).toBe('Persönlich Bescheid geben');
    expect(titles.get('residence_document_expiry')).toBe('Ablauf des Aufenthaltspapiers');
    expect([...titles.values()]).not.toContain('Nachbetreuung beginnt');
  });
});
