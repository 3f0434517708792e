import type { StaffMailAsked } from '../../activities/ports.js';
import type { Instant } from '../../domain/time.js';
import { claimStaffMail } from '../../domain/staff-mail/claim.js';
import { settleStaffMail } from '../../domain/staff-mail/settle.js';
import type { RecordedStaffMailEvent } from '../../domain/staff-mail/events.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import type { Programmes } from '../programmes/programmes.js';
import { insist } from '../reminders/insist.js';
import { beginWithinMs, type Delivery } from '../reminders/mailer.js';
import type { AccountStreams } from './account-stream.js';
import { composeStaffMail, type StaffLetter } from './compose.js';
import { standingLines, type StandingLine } from './standing-lines.js';

/** What writing to staff needs. */
export interface StaffMailParts {
  sql: Sql;
  clock: Clock;
  secrets: MasterSecrets;
  programmes: Programmes;
  /** Hands one mail to the SMTP server; the key becomes the Message-ID. */
  mailer: { send(letter: StaffLetter, key: string, at: Instant): Promise<Delivery> };
  /** Where the pages are, without a slash at the end. */
  publicUrl: string;
}

type Claimed = Extract<RecordedStaffMailEvent, { type: 'StaffMailSending' }>;

/**
 * One mail to one account, from claim to outcome; of those that are to be sent again all. The claim is recorded before
 * SMTP is spoken to: at least once, and twice, under one Message-ID, only where a process dies between SMTP's answer
 * and its record.
 */
export async function sendStaffMail(
  parts: StaffMailParts,
  streams: AccountStreams,
  asked: StaffMailAsked,
): Promise<void> {
  const endsAt = performance.now() + beginWithinMs;
  do {
    const { events, lines } = await claim(parts, streams, asked);
    const claimed = events.find((event): event is Claimed => event.type === 'StaffMailSending');
    if (claimed) await deliver(parts, streams, asked, claimed, lines);
    if (events.length === 0 || asked.kind !== 'again') return;
  } while (performance.now() < endsAt); // what is left is named by the next round
}

async function claim(
  { sql, secrets, programmes }: StaffMailParts,
  streams: AccountStreams,
  { account, kind, generation }: StaffMailAsked,
): Promise<{ events: RecordedStaffMailEvent[]; lines: StandingLine[] }> {
  const planning = programmes.planning(programmes.current.key);
  let lines: StandingLine[] = [];
  const events = await streams.run(
    account,
    async ({ state, now }) => {
      lines = await standingLines({ sql, wrapping: secrets.wrapping, programmes }, account, state);
      return claimStaffMail(state, kind, lines, { account, now, windows: planning, keyOf: planning.keyOf });
    },
    { generation },
  );
  return { events, lines };
}

async function deliver(
  { sql, programmes, mailer, publicUrl }: StaffMailParts,
  streams: AccountStreams,
  { account, generation }: StaffMailAsked,
  { id: causationId, plain, recordedAt }: Claimed,
  lines: readonly StandingLine[],
): Promise<void> {
  const { mail, kind, notices, attempt } = plain;
  const claimed = new Set(notices);
  const told = lines.filter(({ key }) => claimed.has(key));
  const letter = composeStaffMail(
    told.map(({ line }) => line),
    {
      to: await addressOf(sql, account),
      urgent: kind === 'at_once' && told.every(({ urgent }) => urgent),
      publicUrl,
    },
  );
  const outcome = await mailer.send(letter, mail, recordedAt);
  const windows = programmes.planning(programmes.current.key);
  await insist(() =>
    streams.run(
      account,
      ({ state, now }) => settleStaffMail(state, { mail, attempt, outcome }, { account, now, windows }),
      { generation, causationId },
    ),
  );
}

async function addressOf(sql: Sql, account: string): Promise<string> {
  const { rows } = await sql.query<{ email: string }>('SELECT email FROM access.account WHERE id = $1', [
    account,
  ]);
  const [found] = rows;
  if (!found) throw new Error('There is no such account');
  return found.email;
}
