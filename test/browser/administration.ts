import { expect, it } from '@jest/globals';
import { findingsOn } from './support/axe.js';
import type { World } from './support/world.js';

/** Accounts, invitations and tokens. */
export function administration(world: () => World): void {
  it('makes an account, invites somebody, who chooses a password and comes in, and ends it', async () => {
    const admin = await world().tab('admin');
    const { page } = admin;
    const name = `Lina Sommer ${Date.now()}`;
    const email = `lina.${Date.now()}@example.org`;
    await page.goto('/verwaltung');
    await page.getByRole('button', { name: 'Nutzer anlegen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/Bitte prüfen Sie/)
      .waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await dialog.getByLabel('Vorname und Nachname').fill(name);
    await dialog.getByLabel('E-Mail').fill(email);
    await dialog.getByLabel('Telefon').fill('02403 71 1235');
    await dialog.getByLabel('ganze Region').click();
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const row = page.getByRole('row', { name: new RegExp(email) });
    await row.getByText('ohne Passwort').waitFor();
    await row.getByRole('button', { name: `Einladung für ${name}` }).click();
    await dialog.getByRole('button', { name: 'Link erstellen' }).click();
    const link = await dialog.getByLabel('Link').inputValue();
    expect(new URL(link).pathname).toBe('/einladung');
    expect(await findingsOn(page)).toEqual([]);
    await dialog.locator('button', { hasText: 'Schließen' }).click();

    const guest = await world().guest();
    await guest.page.goto(new URL(link).pathname + new URL(link).hash);
    await guest.page.getByRole('heading', { name: 'Passwort wählen' }).waitFor();
    await guest.page.getByRole('textbox', { name: 'Neues Passwort' }).fill('kurz');
    await guest.page.getByRole('button', { name: 'Passwort speichern' }).click();
    await guest.page.getByRole('alert').waitFor();
    expect(await findingsOn(guest.page)).toEqual([]);
    await guest.page.getByRole('textbox', { name: 'Neues Passwort' }).fill('vier Wörter sind gut');
    await guest.page.getByRole('button', { name: 'Passwort speichern' }).click();
    await guest.page.getByRole('button', { name: /^Konto von Lina Sommer/ }).waitFor();
    expect(guest.page.url()).not.toContain('#');
    expect(guest.requests.filter((url) => url.includes(new URL(link).hash.slice(1)))).toEqual([]);

    await page.reload();
    await row.getByText('aktiv').waitFor();
    await row.getByRole('button', { name: `Konto von ${name} beenden` }).click();
    await dialog.getByRole('button', { name: 'Konto beenden' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByLabel('auch beendete zeigen').click();
    await row.getByText(/^beendet am/).waitFor();
    await guest.page.waitForTimeout(1100);
    await guest.page.goto('/heute');
    await guest.page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  });

  it('makes a token that is shown once, and revokes it', async () => {
    const { page } = await world().tab('admin');
    await page.goto('/verwaltung/zugaenge');
    await page.getByRole('button', { name: 'Zugang anlegen' }).click();
    const dialog = page.getByRole('dialog');
    const label = `Überwachung ${Date.now()}`;
    await dialog.getByLabel('Wofür').fill(label);
    await dialog.getByRole('button', { name: 'Zugang anlegen' }).click();
    const token = await dialog.getByLabel('Zugang', { exact: true }).inputValue();
    expect(token).toMatch(/^lotse_/);
    await dialog.locator('button', { hasText: 'Schließen' }).click();
    const row = page.getByRole('row', { name: new RegExp(label) });
    await row.getByRole('button', { name: /zurückziehen$/ }).click();
    await dialog.getByRole('button', { name: 'Zugang zurückziehen' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(token);
  });

  it('shows who is there for each commune, and nobody but administrators', async () => {
    const { page } = await world().tab('admin');
    await page.goto('/verwaltung/kommunen');
    await page.getByRole('row', { name: /^Stolberg/ }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(9);
    const coordinator = await world().tab('coordinator');
    await coordinator.page.goto('/verwaltung');
    await coordinator.page.getByText('Diese Seite gehört nicht zu Ihrer Rolle.').first().waitFor();
  });

  it('sees what waits and what the nightly check found', async () => {
    const { page } = await world().tab('admin');
    await page.goto('/system');
    await page.getByRole('heading', { name: 'Nächtliche Prüfung' }).waitFor();
    await page.getByRole('row', { name: /^Prüfsummen des Protokolls/ }).waitFor();
    await page.getByText(/^Lotse \d/).waitFor();
    const coordinator = await world().tab('coordinator');
    await coordinator.page.goto('/system');
    await coordinator.page.getByRole('row', { name: /^Datenbank/ }).waitFor();
    expect(await coordinator.page.getByRole('heading', { name: 'Nächtliche Prüfung' }).count()).toBe(0);
    expect(coordinator.requests.filter((url) => url.endsWith('/api/v1/system'))).toEqual([]);
  });
}
