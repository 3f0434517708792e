import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { Counted } from './support/counted.js';
import { findingsOn } from './support/axe.js';
import type { Seat, World } from './support/world.js';

const header = 'Kennung;Nachname;Vorname;Geburtsdatum;Kommune;Schuhgröße';
/** A register of two: one can be imported, one is refused. */
const register = (kennung: string): Buffer =>
  Buffer.from(
    `${header}\n${kennung}-1;Beispiel;Robin;01.02.2004;Stolberg;43\n${kennung}-2;Beispiel;Kim;31.02.2004;Stolberg;44\n`,
  );

async function choose({ page }: Seat, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** A register, from the file to the result. */
export function importing(world: () => World): void {
  it('is checked before it is imported, within three clicks, and tells what became of each row', async () => {
    const seat = await world().tab('coordinator');
    const { page, complaints } = seat;
    await page.goto('/import');
    const counted = new Counted(page);
    await counted.click(page.getByLabel('Öffentliche Aufgabe'));
    counted.clicks += 1; // a file is dropped
    await choose(seat, 'register-november.csv', register('BR'));
    await page.getByText('Nur geprüft. Noch ist nichts gespeichert.').waitFor();
    await page.getByText('Wird nicht eingelesen: Schuhgröße').waitFor();
    const refused = page.getByRole('row', { name: /31\.02\.2004/ });
    await refused.getByText('Dieses Datum gibt es nicht.').waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await counted.click(page.getByRole('button', { name: 'Eine Zeile einlesen' }));
    await page.getByRole('heading', { level: 1, name: 'Ergebnis' }).waitFor();
    await page.getByText('Eingelesen. Die Zahlen sagen').waitFor();
    expect(counted.clicks).toBeLessThanOrEqual(3);
    await page.getByRole('link', { name: 'neu 1' }).click();
    await page.getByRole('link', { name: 'Fall aus Zeile 2 öffnen' }).click();
    await page.getByRole('heading', { level: 1, name: /Robin Beispiel/ }).waitFor();
    expect(complaints).toEqual([]);
    await page.goBack();
    await page.getByRole('link', { name: 'Fall aus Zeile 2 öffnen' }).waitFor();
    // the same again changes nothing, and says so
    await page.goto('/import');
    await page.getByLabel('Öffentliche Aufgabe').click();
    await choose(
      seat,
      'nochmal.csv',
      Buffer.from(register('BR').toString().split('\n').slice(0, 2).join('\n')),
    );
    await page.getByText('Diese Datei ändert nichts.').waitFor();
  });

  it('gives the refused rows as a file, and says what a file lacks that is no register', async () => {
    const seat = await world().tab('coordinator');
    const { page } = seat;
    await page.goto('/import');
    await choose(seat, 'bilder.csv', Buffer.from('Nachname\nBeispiel\n'));
    await page.getByText('Bitte wählen Sie zuerst die Grundlage.').waitFor();
    await page.getByLabel('Einwilligung auf Papier').click();
    await page.getByRole('button', { name: '„bilder.csv“ prüfen' }).click();
    await page
      .getByRole('alert')
      .getByText(/Es fehlen: „Kennung“/)
      .waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await choose(seat, 'zwei.csv', register('BS'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Abgelehnte Zeilen als CSV' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^\uFEFFFehler;Kennung;[^]*Dieses Datum gibt es nicht.*;BS-2;/);
    expect(text).not.toContain('BS-1');
  });

  it('is counted for administrators, and no row of it is there', async () => {
    const coordinator = await world().tab('coordinator');
    await coordinator.page.goto('/import');
    await coordinator.page.getByLabel('Öffentliche Aufgabe').click();
    await choose(coordinator, 'drei.csv', register('BT'));
    await coordinator.page.getByText('Nur geprüft. Noch ist nichts gespeichert.').waitFor();
    const { page, requests } = await world().tab('admin');
    await page.goto(new URL(coordinator.page.url()).pathname);
    await page.getByText('abgelehnt 1').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.getByRole('button', { name: /einlesen/ }).count()).toBe(0);
    expect(requests.filter((url) => /imports\/.*(file|refused)/.test(url))).toEqual([]);
    await page.getByRole('link', { name: 'Alle Importe' }).click();
    await page.getByRole('row').nth(1).waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
  });
}
