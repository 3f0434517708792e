import { expect, it } from '@jest/globals';
import type { View } from '../../contract/pages/views.js';
import type { JourneyItem } from '../../contract/journeys/journey.js';
import type { Page } from 'playwright-core';
import { Counted } from './support/counted.js';
import { focusIs } from './support/focus.js';
import { choosePerson, findPerson } from './support/palette.js';
import { handingOver, somebody } from './support/people.js';
import { journeyOf, lastEvent, writtenTo } from './support/records.js';
import { open } from './support/routes.js';
import type { World } from './support/world.js';

/** The same tasks as in `tasks.ts` without a mouse, each within its budget of keys. Letters of a name are free text. */
export function tasksByKeyboard(world: () => World): void {
  it('1: an exam that was passed, for anybody, from anywhere: 10 keys', async () => {
    const seat = await world().tab('coach');
    const person = await somebody(world(), seat, async (_, acts) =>
      (await acts()).possible.some(({ key }) => key === 'milestone.language_exam_passed.B1'),
    );
    const { page } = seat;
    await open(page, '/programm');
    const me = new Counted(page);
    await choosePerson(me, page, person);
    await page.getByRole('option', { name: /B1/ }).first().waitFor();
    await me.type('b1');
    await page.getByRole('option', { name: /^B1-Prüfung bestanden/ }).waitFor();
    await me.press('Enter');
    await page.getByRole('form', { name: /B1/ }).waitFor();
    await me.press('Enter');
    await page.getByText(/B1.*Gespeichert\./).waitFor();
    expect(me.keys).toBeLessThanOrEqual(10);
    const reached = (await journeyOf(world(), seat, person.id)).milestones.filter(
      ({ milestone, withdrawn }) => milestone === 'language_exam_passed' && !withdrawn,
    );
    expect(reached.map(({ data }) => data['level'])).toContain('B1');
  });

  it('2: a talk on the phone: 1 key on the page of today, 9 elsewhere', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    await open(page, '/heute');
    const row = page.locator('[data-row]', { has: page.locator('[data-act="contact.reached"]') }).first();
    const id = (await row.locator('[data-open]').getAttribute('href'))?.split('/').at(-1) ?? '';
    const acts = await row
      .locator('[data-act]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-act')));
    await row.focus();
    const me = new Counted(page);
    await me.press(String(acts.indexOf('contact.reached') + 1));
    await page.getByText(/Gespeichert\./).waitFor();
    expect(me.keys).toBe(1);
    expect((await lastEvent(world(), seat, id, 'ContactRecorded'))?.data).toMatchObject({ reached: true });

    const person = await somebody(world(), seat, (item) => item.open);
    const elsewhere = new Counted(page);
    await open(page, '/programm');
    await choosePerson(elsewhere, page, person);
    await elsewhere.type('ko');
    await page.getByRole('option', { name: 'Erreicht' }).first().waitFor();
    await elsewhere.press('Enter');
    await page.getByText(/Gespeichert\./).waitFor();
    expect(elsewhere.keys).toBeLessThanOrEqual(9);
    expect((await lastEvent(world(), seat, person.id, 'ContactRecorded'))?.data).toMatchObject({
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
    const before = (await journeyOf(world(), seat, person.id)).deadlines.find(
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
    const after = (await journeyOf(world(), seat, person.id)).deadlines.find(
      ({ rule, state }) => rule === 'residence_document_expiry' && state === 'open',
    );
    expect(after?.due).toBe('2028-03-04');
    expect(after?.reminders.map(({ at }) => at)).not.toEqual(before?.reminders.map(({ at }) => at));
  });

  it('6: to put something aside with a reason: 4 keys', async () => {
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

  it('7: what is due this week: 2 keys from any page', async () => {
    const { page } = await world().tab('coach');
    await page.goto('/teilnehmende');
    await page.getByRole('heading', { level: 1, name: 'Teilnehmende' }).waitFor();
    const me = new Counted(page);
    await me.type('gh');
    await page.getByRole('heading', { level: 1, name: /^Heute/ }).waitFor();
    await page.locator('[data-row]').first().waitFor();
    expect(me.keys).toBe(2);
  });

  it('8: whose paper ends in 8 weeks without an application, in one commune: 8 keys', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    const { items } = await world().api<{ items: JourneyItem[] }>(
      seat,
      'GET',
      '/journeys?limit=400&paperWeeks=8&renewalAsked=false&sort=name',
    );
    const commune = items[0]?.commune ?? '';
    await open(page, '/programm');
    const me = new Counted(page);
    await me.press('Control+K');
    await page.locator('input[role=combobox]').waitFor();
    await page.keyboard.type('papier l'); // free text
    await page.getByRole('option', { name: /^Papier läuft ab/ }).waitFor();
    await me.press('Enter');
    await page.waitForURL('**paperWeeks=8**');
    await page.locator('tbody [data-row]').first().waitFor();
    await focusIs(page, 'h1');
    await me.press('/');
    await focusIs(page, '[data-page-search]');
    for (let n = 0; n < 5 && !(await isAt(page, 'Kommune')); n += 1) await me.press('Tab');
    const name = await page
      .locator('select:focus option')
      .evaluateAll(
        (all, wanted) => all.find((each) => (each as HTMLOptionElement).value === wanted)?.textContent ?? '',
        commune,
      );
    await me.type(name.slice(0, 2));
    await page.waitForURL(`**commune=${commune}**`);
    const there = items.filter((item) => item.commune === commune).length;
    await page.waitForFunction((n) => document.querySelectorAll('tbody [data-row]').length === n, there);
    expect(me.keys).toBeLessThanOrEqual(8);
  });

  it('9: 12 people given to a colleague: 12 keys', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    const { from, to, items } = await handingOver(world(), seat, 'in_support');
    const filters = { phase: 'in_support', coach: from.email };
    const kept = await world().api<View>(seat, 'POST', '/views', { name: 'Vor dem Urlaub', filters });
    await open(page, '/programm');
    const me = new Counted(page);
    await me.press('Control+K');
    await page.locator('input[role=combobox]').waitFor();
    await page.keyboard.type('urlaub'); // free text
    await page.locator(`[id="view-${kept.id}"][aria-selected=true]`).waitFor();
    await me.press('Enter');
    await page.waitForURL(`**ansicht=${kept.id}**`);
    await page
      .locator('tbody [data-row]')
      .nth(items.length - 1)
      .waitFor();
    await focusIs(page, 'h1');
    await me.press('j');
    await me.press('Control+a');
    await page.getByRole('button', { name: 'Coach wechseln' }).waitFor();
    for (let n = 0; n < 4 && !(await isAt(page, 'Coach wechseln')); n += 1) await me.press('Tab');
    await me.press('Enter');
    await focusIs(page, '[role=dialog] select');
    await page.keyboard.type(to.name); // free text
    await me.press('Tab');
    await me.press('Enter');
    await page.getByRole('button', { name: /^Coach wechseln: / }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Coach wechseln: '));
    await me.press('Enter');
    const n = items.length;
    await page.getByText(`${n} von ${n} erledigt, 0 nicht.`).waitFor({ timeout: 30_000 });
    expect(me.keys).toBeLessThanOrEqual(12);
    await page.getByRole('button', { name: /^Alles zurücknehmen/ }).click();
    await page.getByText(`${n} von ${n} zurückgenommen, 0 nicht.`).waitFor({ timeout: 30_000 });
    await world().api(seat, 'DELETE', `/views/${kept.id}`);
  }, 90_000);

  it('10: from a number of the region to the first call: 4 keys', async () => {
    const { page } = await world().tab('coordinator');
    await open(page, '/leitstand');
    await page.evaluate(() =>
      document.addEventListener('click', (event) => {
        const call = (event.target as Element).closest('a[href^="tel:"]');
        if (!call) return;
        event.preventDefault();
        document.body.dataset['called'] = call.getAttribute('href') ?? '';
      }),
    );
    await page
      .locator('section', { has: page.getByRole('heading', { level: 2, name: /^Braucht Aufmerksamkeit/ }) })
      .locator('td a')
      .first()
      .focus();
    const me = new Counted(page);
    await me.press('Enter');
    await page.waitForURL('**/hinweise?**');
    await page.locator('[data-row] [data-call]').first().waitFor();
    await me.press('j');
    await me.press('a');
    await page.waitForFunction(() => document.body.dataset['called']?.startsWith('tel:'));
    expect(me.keys).toBeLessThanOrEqual(4);
  });

  it('11: why she got this message, or not: 8 keys from any page', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const person = await writtenTo(world(), seat);
    await open(page, '/programm');
    const me = new Counted(page);
    await findPerson(me, page, person);
    await me.press('Alt+Enter');
    await page.waitForURL(`**/teilnehmende/${person.id}`);
    await page.getByRole('heading', { name: 'Verlauf' }).waitFor();
    await me.press('n');
    await focusIs(page, '[data-message]');
    await me.press('w');
    await page.waitForURL('**warum=**');
    await page.locator('[data-message] [id^=why-]').waitFor();
    expect(me.keys).toBeLessThanOrEqual(8);
  });
}

/** Whether what has the focus is called so. */
const isAt = (page: Page, name: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const at = document.activeElement;
    const label = at instanceof HTMLSelectElement ? at.labels[0]?.textContent : at?.textContent;
    return label === wanted;
  }, name);
