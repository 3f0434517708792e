import { expect, it } from '@jest/globals';
import { focusIs } from './support/focus.js';
import { listen, heardOn } from './support/heard.js';
import { somebody } from './support/people.js';
import { openAct } from './support/record.js';
import { open } from './support/routes.js';
import type { World } from './support/world.js';

/** What is said by itself: politely and once, at once when it is bad news; and how long it can be answered. */
export function announcements(world: () => World): void {
  it('say politely in one place what was saved and taken back', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const { id } = await somebody(world(), seat, (item) => item.open);
    const form = await openAct(seat, id, 'kontakt eintragen');
    await listen(page);
    await form.getByRole('button', { name: 'Speichern' }).click();
    await page.locator('[data-undo]').waitFor();
    await focusIs(page, '[aria-keyshortcuts="m"]');
    expect((await heardOn(page)).filter((text) => /Gespeichert\./.test(text)).length).toBe(1);
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen. Der Eintrag bleibt im Verlauf sichtbar.').waitFor();
    const heard = await heardOn(page);
    expect(heard.filter((text) => text.startsWith('status: Zurückgenommen.')).length).toBe(1);
    expect(heard.filter((text) => text.startsWith('alert'))).toEqual([]);
  });

  it('say at once what is wrong, and once', async () => {
    const { page } = await world().tab('coach');
    await open(page, '/teilnehmende/neu');
    await listen(page);
    await page.getByRole('button', { name: /aufnehmen|Speichern/ }).click();
    await page.getByRole('alert').first().waitFor();
    const heard = await heardOn(page);
    expect(heard.filter((text) => text.startsWith('alert: Bitte prüfen Sie')).length).toBe(1);
  });

  it('leave the way back for as long as somebody is at it, by keyboard or by mouse, and ten seconds otherwise', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const { id } = await somebody(world(), seat, (item) => item.open);
    await page.clock.install();
    const form = await openAct(seat, id, 'kontakt eintragen');
    await form.getByRole('button', { name: 'Speichern' }).click();
    const line = page.locator('[data-undo]');
    const undo = line.getByRole('button', { name: 'Rückgängig' });
    await focusIs(page, '[aria-keyshortcuts="m"]');
    await undo.focus();
    await page.clock.fastForward(60_000);
    await undo.waitFor();
    await page.locator('[aria-keyshortcuts="m"]').focus();
    await line.hover();
    await page.clock.fastForward(60_000);
    await undo.waitFor();
    await page.mouse.move(5, 5);
    await page.clock.fastForward(9000);
    await undo.waitFor();
    await page.clock.fastForward(2000);
    await line.waitFor({ state: 'detached' });
    // for ever after it is taken back in the history
    await page
      .getByRole('button', { name: /^Zurücknehmen: / })
      .first()
      .waitFor();
  });
}
