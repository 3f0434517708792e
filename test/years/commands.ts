import type { Command } from '../../domain/journey/commands/index.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Day } from './days.js';
import type { Fact, Paper } from './script/fact.js';

/** Who is opened: ids and an address that nobody else has. */
export interface Newcomer {
  participant: string;
  email: string;
  coach: string | null;
}

/** A fact of the script as the commands that record it; ids of records are looked up in the state so far. */
export function commandsFor(
  fact: Fact,
  today: Day,
  newcomer: Newcomer,
): ((state: JourneyState) => Command)[] {
  const one = (command: Command) => [() => command];
  switch (fact.does) {
    case 'open':
      return one(opening(fact, newcomer));
    case 'consent':
      return one({
        type: 'ReachMilestone',
        milestone: 'consent_given',
        on: today,
        data: { purposes: fact.purposes, language: 'de', form: 'paper', textVersion: '1' },
      });
    case 'withdraw consent':
      return one({
        type: 'WithdrawConsent',
        on: today,
        ...(fact.purposes.length > 0 && { purposes: fact.purposes as ['reminders'] }),
      });
    case 'show a paper':
      return one({ type: 'RecordDocument', paper: paperOf(fact.paper) });
    case 'correct the paper':
      return [
        ({ plain }) => ({
          type: 'RecordDocument',
          paper: paperOf(fact.paper),
          corrects: plain.documents.at(-1)?.id ?? '',
        }),
      ];
    case 'ask for renewal':
      return one({ type: 'RequestRenewal', on: today, proof: fact.proof as 'receipt_seen' });
    case 'reach':
      return one({ type: 'ReachMilestone', milestone: fact.milestone, on: fact.on, data: fact.data });
    case 'talk':
      return one({
        type: 'RecordContact',
        on: fact.on,
        channel: 'phone',
        direction: 'out',
        reached: fact.reached,
      });
    case 'run a module':
      return [
        () => ({ type: 'ProposeModule', module: fact.module, on: today }),
        ({ plain }) => ({
          type: 'ChangeModule',
          record: plain.modules.at(-1)?.id ?? '',
          state: 'active',
          on: today,
        }),
      ];
    case 'pause':
      return one({ type: 'PauseJourney', on: today, reason: 'personal' });
    case 'resume':
      return one({ type: 'ResumeJourney', on: today });
    case 'close':
      return one({ type: 'CloseJourney', on: today, reason: fact.reason });
    case 'reopen':
      return one({ type: 'ReopenJourney', on: today });
    case 'verify the departure':
      return [({ status }) => ({ type: 'VerifyDeadline', deadline: departureIn(status.agenda), on: today })];
    case 'say nothing new':
      return [];
    case 'change the address':
      return one({
        type: 'ChangeParticipant',
        person: {},
        contact: { email: addressAt(newcomer.email, today, fact.taken) },
      });
  }
}

function opening(fact: Extract<Fact, { does: 'open' }>, { participant, email, coach }: Newcomer): Command {
  return {
    type: 'OpenJourney',
    participant,
    commune: 'eschweiler',
    coach: fact.withCoach ? coach : null,
    person: { givenName: 'Merhawi', familyName: 'Tesfay', bornOn: fact.bornOn },
    contact: { language: fact.language, ...(fact.writes && { email, channels: ['email'] }) },
    ...(fact.contactOn !== undefined && { firstContactOn: fact.contactOn }),
  };
}

const paperOf = ({ kind, until, from, note = 'unknown' }: Paper) => ({
  kind,
  employmentNote: note,
  ...(until !== undefined && { validUntil: until }),
  ...(from !== undefined && { validFrom: from }),
});

/** An address that tells by itself whether the SMTP server takes mails for it. */
export const addressAt = (email: string, today: Day, taken: boolean): string =>
  `${taken ? 'taken' : 'refused'}.${today}.${email}`;

/** Whether the SMTP server refuses every mail for an address. */
export const isRefused = (email: string): boolean => email.startsWith('refused.');

const departureIn = (agenda: JourneyState['status']['agenda']): string =>
  Object.values(agenda.deadlines).find(({ rule, state }) => rule === 'departure_deadline' && state !== 'done')
    ?.id ?? '';
