import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { findingsOn } from './support/axe.js';
import type { World } from './support/world.js';

/** The list of participants as a file. */
export function exporting(world: () => World): void {
  it('asks what it is for, says that this is recorded, and holds as many rows as are shown', async () => {
    const { page, requests, complaints } = await world().tab('coach');
    await page.goto('/teilnehmende?spalten=phase,paper,commune');
    const said = page.getByRole('status').filter({ hasText: /^\d+ Personen$/ });
    await said.waitFor();
    const shown = Number(/\d+/.exec((await said.textContent()) ?? '')?.[0]);
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Es wird vermerkt, wer die Datei/).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Datei erstellen' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('radio', { name: 'Fallbesprechung' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Datei erstellen' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('teilnehmende.csv');
    const text = readFileSync(await download.path(), 'utf8');
    const [head, ...rows] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(head).toBe('Familienname;Vorname;Phase;Kommune');
    expect(rows).toHaveLength(shown);
    await dialog.waitFor({ state: 'hidden' });
    expect(requests.filter((url) => url.includes('/exports')).every((url) => !url.includes('?'))).toBe(true);
    expect(complaints).toEqual([]);
  });
}
