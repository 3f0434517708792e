import type { World } from './world.js';

const register =
  'Kennung;Nachname;Vorname;Geburtsdatum;Kommune\nAX-1;Beispiel;Robin;01.02.2004;Stolberg\nAX-2;Beispiel;Kim;31.02.2004;Stolberg\n';

let checked: Promise<string> | undefined;

/** A register of two that was checked and not imported, one row of it refused: the id of its import. */
export const anImport = (world: World): Promise<string> => (checked ??= check(world));

async function check(world: World): Promise<string> {
  const seat = await world.tab('coordinator');
  const answer = await seat.context.request.post(
    `${world.lotse.url}/api/v1/imports?basis=public_task&dryRun=true&intoDemonstration=true`,
    {
      headers: {
        origin: world.lotse.url,
        'content-type': 'text/csv',
        'idempotency-key': crypto.randomUUID(),
      },
      data: register,
    },
  );
  if (!answer.ok()) throw new Error(`The register was not taken: ${answer.status()} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  await seat.page.goto(`/import/${id}`);
  await seat.page.getByText('Nur geprüft. Noch ist nichts gespeichert.').waitFor();
  return id;
}
