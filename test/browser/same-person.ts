import { expect, it } from '@jest/globals';
import { findingsOn } from './support/axe.js';
import type { World } from './support/world.js';

/** A row of somebody who may be here already. */
export function samePerson(world: () => World): void {
  it('is shown beside that person, and left out once it is said that it is the same', async () => {
    const seat = await world().tab('coordinator');
    const { page, complaints } = seat;
    const kennung = `SP-${Date.now()}`;
    await world().api(seat, 'POST', '/journeys', {
      commune: 'stolberg',
      externalId: kennung,
      participant: {
        givenName: 'Quirin',
        familyName: 'Gleichmann',
        bornOn: '2004-02-29',
        language: 'de',
      },
    });
    await page.goto('/import');
    await page.getByLabel('Öffentliche Aufgabe').click();
    const rows = [
      'Kennung;Nachname;Vorname;Geburtsdatum;Kommune',
      `${kennung}-a;Gleichmann;Quirin;29.02.2004;Stolberg`,
      `${kennung}-b;Niemand;Sonst;01.03.2004;Stolberg`,
    ];
    await page.locator('input[type=file]').setInputFiles({
      name: 'register.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    });
    await page.getByRole('link', { name: /^Hinweise \d+$/ }).click();
    await page.getByRole('button', { name: 'Zeile 2 vergleichen' }).click();
    const beside = page.getByRole('region', { name: /^Zeile 2 und die Person/ });
    await beside.getByRole('row', { name: /Vorname Quirin Quirin gleich/ }).waitFor();
    await beside.getByRole('row', { name: /Kennung .* anders/ }).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dieselbe Person' }).click();
    await page.getByText('Dieselbe Person: Die Zeile bleibt draußen.').waitFor();
    await page.getByRole('button', { name: 'Eine Zeile einlesen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ergebnis' }).waitFor();
    await page.getByText('Nach Ihrer Angabe ist das dieselbe Person').waitFor();
    expect(complaints).toEqual([]);
  });
}
