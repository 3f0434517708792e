import type { Page } from 'playwright-core';
import type { JourneyItem } from '../../../contract/journeys/journey.js';
import type { Counted } from './counted.js';
import { lettersOf } from './people.js';

/** Opens the palette and finds somebody in it, by the first letters of her name. */
export async function findPerson(me: Counted, page: Page, person: JourneyItem): Promise<void> {
  await me.press('Control+K');
  await page.locator('input[role=combobox]').waitFor();
  await page.keyboard.type(lettersOf(person)); // free text
  await page
    .getByRole('option', { name: person.name.familyName ?? '' })
    .first()
    .waitFor();
  // who shares these letters stands in the list too: the arrow goes there, as people do
  await reach(me, page, new RegExp(person.name.givenName ?? ''));
}

/** Chooses her: what can be recorded for her is there. */
export async function choosePerson(me: Counted, page: Page, person: JourneyItem): Promise<void> {
  await findPerson(me, page, person);
  await me.press('Enter');
  await page.getByRole('button', { name: /Andere Person/ }).waitFor();
  await page.getByRole('option').first().waitFor();
}

/** Moves in the list until somebody is the chosen one. */
async function reach(me: Counted, page: Page, name: RegExp): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    const chosen = await page.locator('[role=option][aria-selected=true]').textContent();
    if (name.test(chosen ?? '')) return;
    await me.press('ArrowDown');
  }
  throw new Error(`Nobody called ${name.source} is in the list.`);
}
