import { InvalidArgumentError, type Command } from 'commander';
import { addAccount } from '../../access/add-account.js';
import { assignHintedCoach } from '../../imports/assign-hinted-coaches.js';
import { withPlatform } from '../open-platform.js';
import type { Terminal } from '../terminal.js';

interface Options {
  email: string;
  role: string;
  name?: string;
  phone?: string;
  commune?: string[];
  passwordStdin?: true;
  json?: true;
}

/** `user add`: makes an account; a coach is assigned to the journeys that name her by e-mail already. */
export function addUserAdd(user: Command, terminal: Terminal): void {
  user
    .command('add')
    .description('Make an account')
    .requiredOption('--email <email>', 'with which it signs in')
    .requiredOption('--role <role>', 'coach, coordinator or admin')
    .option('--name <name>', '"Vorname Nachname"; required for coach and coordinator')
    .option('--phone <phone>', 'to be called back under; required for coach and coordinator')
    .option('--commune <communes>', 'such as alsdorf,stolberg; none is the whole region', listFrom)
    .option('--json', 'print the account, and how many journeys are assigned, as JSON')
    .option(
      '--password-stdin',
      'read the password from standard input; without one it signs in with tokens only',
    )
    .action(async ({ commune: communes, passwordStdin, json, ...given }: Options) => {
      const password = passwordStdin && (await terminal.readInput()).replace(/\r?\n$/, '');
      const account = {
        ...given,
        ...(communes && { communes }),
        ...(password !== undefined && { password }),
      };
      await withPlatform(terminal.env, async (platform) => {
        const known = platform.programmes.current.communes.map(({ key }) => key);
        const made = await addAccount(platform.sql, account, known);
        const assigned = made.role === 'coach' ? await assignHintedCoach(platform, made) : 0;
        const { email, role } = made;
        if (json) return terminal.out(JSON.stringify({ email, role, communes: made.communes, assigned }));
        terminal.out(`The account ${email} (${role}) is made.`);
        if (assigned > 0) terminal.out(`${assigned} journeys that named this coach are assigned.`);
      });
    });
}

function listFrom(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => part !== '')) return parts;
  throw new InvalidArgumentError('Expected communes separated by commas, such as alsdorf,stolberg.');
}
