import type { Api } from './api.js';
import { CliError } from './cli-error.js';
import type { Listed } from './commands/journeys.js';

/**
 * The id of the journey with a Kennung, open or closed; letter case makes no difference.
 * @throws CliError when the account sees none
 */
export async function findJourney(api: Api, kennung: string): Promise<string> {
  const wanted = kennung.trim().toLowerCase();
  for await (const { id, externalId } of api.all<Listed>('/journeys?open=all')) {
    if (externalId?.toLowerCase() === wanted) return id;
  }
  throw new CliError(
    `There is no journey with the Kennung ${JSON.stringify(kennung)} that this account may see.`,
  );
}
