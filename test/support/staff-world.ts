import { randomUUID } from 'node:crypto';
import type { StaffMailActs } from '../../activities/ports.js';
import { nextDue } from '../../domain/deadlines/plan.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { Instant } from '../../domain/time.js';
import { addAccount } from '../../src/access/add-account.js';
import { loadJourney } from '../../src/journeys/loaded-journey.js';
import type { Delivery } from '../../src/reminders/mailer.js';
import type { StaffLetter } from '../../src/staff-mail/compose.js';
import type { StaffMailParts } from '../../src/staff-mail/send-staff-mail.js';
import { staffMailActs } from '../../src/staff-mail/staff-mail-acts.js';
import { journeyRunner } from '../integration/event-store/runner.js';
import { opening } from './wishes.js';

/** A mail that left for a member of staff. */
export interface SentLetter extends StaffLetter {
  key: string;
  at: Instant;
}

const engine = { kind: 'engine', id: 'engine' } as const;
const communes = ['alsdorf', 'eschweiler', 'monschau', 'stolberg'];

export type StaffWorld = Awaited<ReturnType<typeof staffWorld>>;

/** Journeys, accounts and the staff's mail on a database, under a clock that stands until it is moved; the test is the workflow. */
export async function staffWorld(
  start: Instant,
  { quietHours = true, speaksTo }: { quietHours?: boolean; speaksTo?: StaffMailParts['mailer'] } = {},
) {
  const base = await journeyRunner(start, quietHours);
  const { sql, clock, secrets, programmes, runner } = base;
  const letters: SentLetter[] = [];
  const answers: (Delivery | 'dies')[] = [];
  const mailer = speaksTo ?? {
    async send(letter: StaffLetter, key: string): Promise<Delivery> {
      const answer = answers.shift() ?? { state: 'sent' };
      if (answer === 'dies' || answer.state === 'sent') letters.push({ ...letter, key, at: base.now() });
      if (answer === 'dies') throw new Error('killed after SMTP has answered');
      return Promise.resolve(answer);
    },
  };
  let generation = 1;
  const newActs = (): StaffMailActs => {
    const parts = { sql, clock, secrets, programmes, mailer, publicUrl: 'https://lotse.example' };
    return staffMailActs(parts, () => Promise.resolve(generation));
  };
  const acts = newActs();

  const run = (journey: string, wish: Command, actor: object = base.actor): Promise<unknown> =>
    runner.run(journey, wish, { actor: actor as typeof engine });

  return {
    ...base,
    acts,
    newActs,
    letters,
    /** What the SMTP server answers next; `dies`: it takes the mail, and the worker is killed before it records that. */
    answers,
    does: (journey: string, wish: Command) => run(journey, wish),
    raiseGeneration: async (): Promise<void> => {
      await base.owner.query('UPDATE es.installation SET generation = generation + 1');
      generation += 1;
    },

    /** An account of a coach or a coordinator, by her first name. */
    async account(name: string, role: 'coach' | 'coordinator', scope?: string[]): Promise<string> {
      const person = { email: `${name}@example.org`, name: `${name} Beispiel`, phone: '0241 4710 0', role };
      return (await addAccount(sql, { ...person, ...(scope && { communes: scope }) }, communes)).id;
    },
    disable: (account: string) =>
      sql.query('UPDATE access.account SET disabled_at = now() WHERE id = $1', [account]),

    /** Opens a journey with a paper; its Kennung is told in mails. */
    async open(options: {
      coach?: string;
      commune?: string;
      externalId?: string;
      validUntil: string;
    }): Promise<string> {
      const { coach = null, commune = 'eschweiler', externalId, validUntil } = options;
      const journey = randomUUID();
      await run(journey, {
        ...opening(base.today(), randomUUID()),
        coach,
        commune,
        ...(externalId !== undefined && { externalId }),
        document: { kind: 'toleration_60a', validUntil, employmentNote: 'unknown' },
      });
      return journey;
    },

    /** Lets the clock go on to an instant; every journey carries out at its own what is due until then. */
    async reaches(instant: Instant): Promise<void> {
      const { rows } = await sql.query<{ id: string }>('SELECT id FROM rm.journey ORDER BY id');
      for (const { id } of rows) {
        for (;;) {
          const { state } = await loadJourney(sql, secrets.wrapping, id);
          const due = nextDue({ case: state.case.agenda, status: state.status.agenda });
          if (due === undefined || due > instant) break;
          base.setClock(due);
          await run(id, { type: 'CarryOutDue' }, engine);
        }
      }
      base.setClock(instant);
    },

    /** A round as the workflow makes it. */
    async round(by: StaffMailActs = acts): Promise<void> {
      const due = await by.dueAccounts({ generation });
      if (due === 'fenced') throw new Error('The round was fenced');
      for (const mail of due) await by.sendStaffMail({ ...mail, generation });
      await by.nextStaffMail();
    },

    /** The letters to an account, by her first name. */
    to: (name: string): SentLetter[] => letters.filter(({ to }) => to === `${name}@example.org`),

    /** The accounts' streams: which of them is broken. */
    async broken(): Promise<(number | null)[]> {
      const { rows } = await sql.query<{ broken: number | null }>(
        `SELECT es.broken_at(stream_id) AS broken FROM es.stream WHERE stream_type = 'account'`,
      );
      return rows.map(({ broken }) => broken);
    },
  };
}
