import { expect, it } from '@jest/globals';
import { draftsIn, untilDraftIsKept } from './support/drafts.js';
import { openAct } from './support/record.js';
import { somebody } from './support/people.js';
import type { Seat, World } from './support/world.js';

/** What becomes of a text that is not saved when somebody leaves, or another person goes on. */
export function signingOut(world: () => World): void {
  /** A coach at a screen of her own, with a note that is typed and not saved. */
  const typing = async (): Promise<{ seat: Seat; person: string; note: string }> => {
    const seat = await world().signedIn('coach');
    const { id } = await somebody(world(), seat, (item) => item.open);
    const form = await openAct(seat, id, 'kontakt eintragen');
    const note = `Möchte den Kurs am Abend besuchen ${Date.now()}`;
    await form.getByLabel(/Notiz/).fill(note);
    return { seat, person: id, note };
  };

  it('asks before a text is lost, keeps it for whoever stays, and leaves none of it behind', async () => {
    const { seat, person, note } = await typing();
    const { page } = seat;
    await untilDraftIsKept(page);
    const leave = async (): Promise<void> => {
      await page.getByRole('button', { name: /^Konto von/ }).click();
      await page.getByRole('button', { name: 'Abmelden' }).click();
    };
    await leave();
    const question = page.getByRole('dialog', { name: 'Abmelden' });
    await question.getByText('Es gibt Text, der noch nicht gespeichert ist.').waitFor();
    await question.getByRole('button', { name: 'Hier bleiben' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await page.getByRole('form').getByLabel(/Notiz/).inputValue()).toBe(note);
    await leave();
    await question.getByRole('button', { name: 'Trotzdem abmelden' }).click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    expect(await draftsIn(page)).toBe(0);
    await page.getByRole('button', { name: 'als Coach' }).click();
    await page.getByRole('button', { name: /^Konto von/ }).waitFor();
    const form = await openAct(seat, person, 'kontakt eintragen');
    expect(await form.getByLabel(/Notiz/).inputValue()).toBe('');
    expect(await form.getByRole('button', { name: /^Entwurf von/ }).count()).toBe(0);
  });

  it('brings back what was typed for whoever reloads the page', async () => {
    const { seat, person, note } = await typing();
    const { page } = seat;
    await untilDraftIsKept(page);
    page.on('dialog', (dialog) => void dialog.accept());
    const form = await openAct(seat, person, 'kontakt eintragen');
    await form.getByRole('button', { name: /^Entwurf von/ }).click();
    expect(await form.getByLabel(/Notiz/).inputValue()).toBe(note);
  });

  it('clears the page first when somebody else signs in over it', async () => {
    const { seat, person, note } = await typing();
    const { page, context } = seat;
    await context.clearCookies();
    await page.getByRole('form').getByRole('button', { name: 'Speichern' }).click();
    const over = page.getByRole('dialog', { name: 'Anmelden' });
    await over.getByRole('button', { name: 'als Koordination' }).click();
    await page.getByRole('heading', { level: 1, name: 'Leitstand' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/leitstand');
    expect(await page.content()).not.toContain(note);
    const events = await world().api<{ items: { data: Record<string, unknown> }[] }>(
      seat,
      'GET',
      `/journeys/${person}/events?limit=200`,
    );
    expect(events.items.filter(({ data }) => data['note'] === note)).toEqual([]);
  });
}
