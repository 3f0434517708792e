import { expect, it } from '@jest/globals';
import { Counted } from './support/counted.js';
import { somebody } from './support/people.js';
import { journeyOf, lastEvent, writtenTo } from './support/records.js';
import { open } from './support/routes.js';
import type { World } from './support/world.js';

/**
 * The twelve most frequent tasks, each within its budget of clicks; `tasks-by-keyboard.ts` does them within their keys.
 * 8 and 9 are in `participants.ts`, 10 in `leitstand.ts`, 12 in `importing.ts`. 4 (an appointment was kept or missed) and
 * 5 (an appointment with a reminder) wait for appointments, which Lotse does not have yet.
 */
export function tasks(world: () => World): void {
  it('1: an exam that was passed, for anybody, from anywhere: 4 clicks', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const person = await somebody(world(), seat, async (_, acts) =>
      (await acts()).possible.some(({ key }) => key === 'milestone.language_exam_passed.B1'),
    );
    await open(page, '/programm');
    const me = new Counted(page);
    await me.click(page.getByRole('button', { name: /Suchen oder eintragen/ }));
    await page.locator('input[role=combobox]').waitFor();
    const { givenName = '', familyName = '' } = person.name;
    await page.keyboard.type(`${givenName} ${familyName}`); // free text
    await me.click(page.getByRole('option', { name: new RegExp(`${givenName}.*${familyName}`) }).first());
    await page.getByRole('button', { name: /Andere Person/ }).waitFor();
    await page.keyboard.type('b1');
    await me.click(page.getByRole('option', { name: /^B1-Prüfung bestanden/ }));
    await me.click(page.getByRole('form').getByRole('button', { name: 'Speichern' }));
    await page.getByText(/B1.*Gespeichert\./).waitFor();
    expect(me.clicks).toBeLessThanOrEqual(4);
    const reached = (await journeyOf(world(), seat, person.id)).milestones.filter(
      ({ milestone, withdrawn }) => milestone === 'language_exam_passed' && !withdrawn,
    );
    expect(reached.map(({ data }) => data['level'])).toContain('B1');
  });

  it('2: a talk on the phone: 1 click on the page of today', async () => {
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
    expect((await lastEvent(world(), seat, id, 'ContactRecorded'))?.data).toMatchObject({
      channel: 'phone',
      reached: true,
    });
  });

  it('3: a new paper with its day: 4 clicks on the page of a person', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const person = await somebody(
      world(),
      seat,
      ({ paper, open: isOpen }) =>
        isOpen && paper?.kind === 'toleration_60a' && paper.validUntil !== undefined,
    );
    await open(page, `/teilnehmende/${person.id}`);
    const me = new Counted(page);
    await me.click(page.getByRole('button', { name: /Neues Papier/ }).first());
    await page.getByRole('form', { name: /Papier/ }).waitFor();
    await page.keyboard.type('050328');
    await me.click(page.getByRole('form').getByRole('button', { name: 'Speichern' }));
    await page.getByText('So, 05.03.2028').first().waitFor();
    expect(me.clicks).toBeLessThanOrEqual(4);
    const { documents } = await journeyOf(world(), seat, person.id);
    expect(documents.find(({ current }) => current)?.validUntil).toBe('2028-03-05');
  });

  it('6: to put something aside with a reason: 3 clicks', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    await open(page, '/heute');
    const snooze = page.locator('[data-row] [data-act^="flag.snooze"]').first();
    const key = await snooze.getAttribute('data-act');
    const me = new Counted(page);
    await me.click(snooze);
    const form = page.getByRole('form', { name: 'Zurückstellen' });
    await me.click(form.getByRole('radio').first());
    await me.click(form.getByRole('button', { name: 'Speichern' }));
    await page.getByText(/Gespeichert\./).waitFor();
    expect(me.clicks).toBeLessThanOrEqual(3);
    const path = '/flags?snoozed=true&limit=200';
    const flags = await world().api<{ items: { id: string }[] }>(seat, 'GET', path);
    expect(flags.items.map(({ id }) => `flag.snooze.${id}`)).toContain(key);
  });

  it('7: what is due this week: 1 click', async () => {
    const { page } = await world().tab('coach');
    await open(page, '/programm');
    const me = new Counted(page);
    await me.click(page.getByRole('navigation').getByRole('link', { name: /^Heute/ }));
    await page.locator('[data-row]').first().waitFor();
    expect(me.clicks).toBe(1);
  });

  it('11: why she got this message, or not: 3 clicks', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const person = await writtenTo(world(), seat);
    await open(page, '/teilnehmende');
    const me = new Counted(page);
    await me.click(page.locator(`[data-row="${person.id}"] a`));
    await page.getByRole('heading', { name: 'Verlauf' }).waitFor();
    // to look further down is no click
    await page.getByRole('heading', { name: 'Nachrichten' }).scrollIntoViewIfNeeded();
    await me.click(
      page
        .locator('[data-message]')
        .first()
        .getByRole('button', { name: /^Warum/ }),
    );
    await page.locator('[data-message] [id^=why-]').waitFor();
    expect(me.clicks).toBeLessThanOrEqual(3);
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
    const withdrawn = await lastEvent(world(), seat, person.id, 'ContactWithdrawn');
    expect(withdrawn?.data).toMatchObject({ reason: 'undone_at_once' });
  });
}
