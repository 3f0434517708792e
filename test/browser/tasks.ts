import { expect, it } from '@jest/globals';
import type { EventView } from '../../contract/journeys/event.js';
import type { Journey } from '../../contract/journeys/journey.js';
import { Counted } from './support/counted.js';
import { historyOf } from './support/history.js';
import { lettersOf, somebody } from './support/people.js';
import type { Seat, World } from './support/world.js';

/** The most frequent tasks (those whose calls there are), each within its budget of clicks and keys. */
export function tasks(world: () => World): void {
  const journeyOf = (seat: Seat, id: string): Promise<Journey> => world().api(seat, 'GET', `/journeys/${id}`);
  const lastEvent = async (seat: Seat, id: string, type: string): Promise<EventView | undefined> =>
    (await historyOf(world(), seat, id)).findLast((event) => event.type === type);

  it('1: an exam that was passed, for anybody, from anywhere: 10 keys', async () => {
    const seat = await world().tab('coach');
    const person = await somebody(world(), seat, async (_, acts) =>
      (await acts()).possible.some(({ key }) => key === 'milestone.language_exam_passed.B1'),
    );
    const { page } = seat;
    await page.goto('/programm');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const me = new Counted(page);
    await me.press('Control+K');
    await page.locator('input[role=combobox]').waitFor();
    await page.keyboard.type(lettersOf(person)); // free text
    await page
      .getByRole('option', { name: person.name.familyName ?? '' })
      .first()
      .waitFor();
    // who shares these letters stands in the list too: the arrow goes there, as people do
    await reach(me, page, new RegExp(person.name.givenName ?? ''));
    await me.press('Enter');
    await page.getByRole('option', { name: /B1/ }).first().waitFor();
    await me.type('b1');
    await page.getByRole('option', { name: /^B1-Prüfung bestanden/ }).waitFor();
    await me.press('Enter');
    await page.getByRole('form', { name: /B1/ }).waitFor();
    await me.press('Enter');
    await page.getByText(/B1.*Gespeichert\./).waitFor();
    expect(me.keys).toBeLessThanOrEqual(10);
    const reached = (await journeyOf(seat, person.id)).milestones.filter(
      ({ milestone, withdrawn }) => milestone === 'language_exam_passed' && !withdrawn,
    );
    expect(reached.map(({ data }) => data['level'])).toContain('B1');
  });

  it('2: a talk on the phone: one click on the page of today', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const me = new Counted(page);
    await page.goto('/heute');
    const row = page.locator('[data-row]', { has: page.locator('[data-act="contact.reached"]') }).first();
    await row.waitFor();
    const id = (await row.locator('[data-open]').getAttribute('href'))?.split('/').at(-1) ?? '';
    await me.click(row.locator('[data-act="contact.reached"]'));
    await page.getByText(/Gespeichert\./).waitFor();
    expect([me.clicks, me.keys]).toEqual([1, 0]);
    expect((await lastEvent(seat, id, 'ContactRecorded'))?.data).toMatchObject({
      channel: 'phone',
      reached: true,
    });
  });

  it('3: a new paper: 12 keys on the page of a person, and the ladder moves', async () => {
    const seat = await world().tab('coach');
    const person = await somebody(
      world(),
      seat,
      ({ paper, open }) => open && paper?.kind === 'toleration_60a' && paper.validUntil !== undefined,
    );
    const { page } = seat;
    const before = (await journeyOf(seat, person.id)).deadlines.find(
      ({ rule, state }) => rule === 'residence_document_expiry' && state !== 'cancelled',
    );
    await page.goto(`/teilnehmende/${person.id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Papier' }).waitFor();
    const me = new Counted(page);
    await me.press('m');
    await page.locator('input[role=combobox]').waitFor();
    await me.type('pa');
    await page.getByRole('option').first().waitFor();
    await me.press('Enter');
    await page.getByRole('form', { name: /Papier/ }).waitFor();
    await me.type('040328');
    await me.press('Enter');
    await page.getByText(/Gespeichert\./).waitFor();
    expect(me.keys).toBeLessThanOrEqual(12);
    await page.getByText('Sa, 04.03.2028').first().waitFor();
    const after = (await journeyOf(seat, person.id)).deadlines.find(
      ({ rule, state }) => rule === 'residence_document_expiry' && state === 'open',
    );
    expect(after?.due).toBe('2028-03-04');
    expect(after?.reminders.map(({ at }) => at)).not.toEqual(before?.reminders.map(({ at }) => at));
  });

  it('6: to put something aside with a reason: 3 clicks or 4 keys', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    await page.goto('/heute');
    const row = page.locator('[data-row]', { has: page.locator('[data-act^="flag.snooze"]') }).first();
    await row.waitFor();
    const key = (await row.locator('[data-act^="flag.snooze"]').getAttribute('data-act')) ?? '';
    await row.focus();
    const me = new Counted(page);
    await me.press('s');
    await page.getByRole('form', { name: 'Zurückstellen' }).waitFor();
    await me.press('Space');
    await me.press('Enter');
    await page.getByText(/Gespeichert\./).waitFor();
    expect(me.keys).toBeLessThanOrEqual(4);
    const flags = await world().api<{ items: { id: string }[] }>(
      seat,
      'GET',
      '/flags?snoozed=true&limit=200',
    );
    expect(flags.items.map(({ id }) => `flag.snooze.${id}`)).toContain(key);
  });

  it('7: what is due this week: two keys from any page', async () => {
    const { page } = await world().tab('coach');
    await page.goto('/teilnehmende');
    await page.getByRole('heading', { level: 1, name: 'Teilnehmende' }).waitFor();
    const me = new Counted(page);
    await me.type('gh');
    await page.getByRole('heading', { level: 1, name: /^Heute/ }).waitFor();
    await page.locator('[data-row]').first().waitFor();
    expect(me.keys).toBe(2);
  });

  it('takes back at once what was a slip, and leaves both readable', async () => {
    const seat = await world().tab('coach');
    const person = await somebody(world(), seat, ({ open }) => open);
    const { page } = seat;
    await page.goto(`/teilnehmende/${person.id}`);
    await page.getByRole('heading', { name: 'Verlauf' }).waitFor();
    await page.keyboard.press('m');
    await page.locator('input[role=combobox]').waitFor();
    await page.keyboard.type('nicht erreicht');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Rückgängig' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen. Der Eintrag bleibt im Verlauf sichtbar.').waitFor();
    const withdrawn = await lastEvent(seat, person.id, 'ContactWithdrawn');
    expect(withdrawn?.data).toMatchObject({ reason: 'undone_at_once' });
  });
}

/** Moves in the list until somebody is the chosen one. */
async function reach(me: Counted, page: import('playwright-core').Page, name: RegExp): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    const chosen = await page.locator('[role=option][aria-selected=true]').textContent();
    if (name.test(chosen ?? '')) return;
    await me.press('ArrowDown');
  }
  throw new Error(`Nobody called ${name.source} is in the list.`);
}
