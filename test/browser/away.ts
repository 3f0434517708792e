import { expect, it } from '@jest/globals';
import { historyOf } from './support/history.js';
import { openAct } from './support/record.js';
import { somebody } from './support/people.js';
import type { World } from './support/world.js';

/** Nothing that was typed is lost, and nothing looks saved that is not. */
export function away(world: () => World): void {
  it('is said; what was recorded meanwhile waits, and goes out once when it is back', async () => {
    const seat = await world().seat('coach');
    const { page } = seat;
    const person = await somebody(world(), seat, ({ open }) => open);
    const form = await openAct(seat, person.id, 'kontakt eintragen');
    const note = `Ruft morgen wieder an ${Date.now()}`;
    await form.getByLabel(/Notiz/).fill(note);
    for (const pid of world().lotse.pids('api/main.js')) process.kill(pid, 'SIGKILL');
    await form.getByRole('button', { name: 'Speichern' }).click();
    await page
      .getByText(/noch nicht gespeichert/i)
      .first()
      .waitFor();
    await page.getByText('Die Verbindung ist wieder da. Alles ist gespeichert.').waitFor({ timeout: 40_000 });
    const items = await historyOf(world(), seat, person.id);
    expect(items.filter(({ data }) => data['note'] === note)).toHaveLength(1);
  }, 90_000);

  it('ends a session, and the text beneath the sign-in is still there for the same person', async () => {
    const seat = await world().seat('coach');
    const { page, context } = seat;
    const person = await somebody(world(), seat, ({ open }) => open);
    const form = await openAct(seat, person.id, 'kontakt eintragen');
    const note = `Kommt am Freitag mit der Schwester ${Date.now()}`;
    await form.getByLabel(/Notiz/).fill(note);
    await context.clearCookies();
    await form.getByRole('button', { name: 'Speichern' }).click();
    const over = page.getByRole('dialog', { name: 'Anmelden' });
    await over.getByText('Bitte melden Sie sich neu an. Ihr Text ist noch da.').waitFor();
    await over.getByRole('button', { name: 'als Coach' }).click();
    await page.getByText(note).first().waitFor();
    const items = await historyOf(world(), seat, person.id);
    expect(items.filter(({ data }) => data['note'] === note)).toHaveLength(1);
  });

  it('refuses in words, and what was typed stays in its field', async () => {
    const seat = await world().seat('coach');
    const { page } = seat;
    await page.goto('/teilnehmende/neu');
    await page.getByLabel(/^Vorname/).fill('Amina');
    await page.getByRole('button', { name: /aufnehmen|Speichern/ }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel(/^Vorname/).inputValue()).toBe('Amina');
  });
}
