import { expect, it } from '@jest/globals';
import type { Journey } from '../../contract/journeys/journey.js';
import { openAct } from './support/record.js';
import { somebody } from './support/people.js';
import type { World } from './support/world.js';

/** Who changes what a colleague has just changed compares, and chooses. */
export function conflict(world: () => World): void {
  it('are shown what was saved meanwhile beside their own input, and what they choose is saved', async () => {
    const seat = await world().tab('coach');
    const { page } = seat;
    const person = await somebody(world(), seat, ({ open }) => open);
    const form = await openAct(seat, person.id, 'kontaktdaten');
    await form.getByLabel(/Telefon/).fill('+49 2403 7777');
    await world().api(seat, 'PATCH', `/journeys/${person.id}/participant`, { phone: '+49 2403 5555' });
    await form.getByLabel(/Telefon/).press('Enter');
    const comparison = page.getByRole('dialog', { name: 'Jemand war schneller. Bitte vergleichen.' });
    await comparison.waitFor();
    await comparison.getByText('+49 2403 5555').waitFor();
    await comparison.getByText('+49 2403 7777').waitFor();
    await comparison.getByRole('button', { name: 'Meine übernehmen' }).click();
    await page.getByText(/Gespeichert\./).waitFor();
    const { participant } = await world().api<Journey>(seat, 'GET', `/journeys/${person.id}`);
    expect(participant.phone).toBe('+49 2403 7777');
  });
}
