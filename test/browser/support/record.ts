import type { Locator } from 'playwright-core';
import type { Seat } from './world.js';

/**
 * Opens the page of somebody and there, by the menu to record, the form of the first act that a few words find.
 * @returns the form
 */
export async function openAct({ page }: Seat, journey: string, words: string): Promise<Locator> {
  await page.goto(`/teilnehmende/${journey}`);
  await page.getByRole('heading', { name: 'Verlauf' }).waitFor();
  await page.keyboard.press('m');
  await page.locator('input[role=combobox]').waitFor();
  await page.keyboard.type(words);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form');
  await form.waitFor();
  return form;
}
