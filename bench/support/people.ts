import { setTimeout as wait } from 'node:timers/promises';
import type { ImportAnswer } from '../../contract/routes/imports.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../domain/time.js';
import type { Caller } from './http.js';

/** How many days from today the paper of each is valid, by the row's index. */
export type Validity = (index: number) => number;

const halfAYear: Validity = (index) => 150 + (index % 60);

/** A register of so many invented people with a paper and all consents. */
export function inventedRegister(count: number, today: Day, validForDays = halfAYear): string {
  const german = (day: Day): string => day.split('-').toReversed().join('.');
  const header =
    'Kennung;Nachname;Vorname;Geburtsdatum;Sprache;Kommune;E-Mail;Aufenthaltsstatus;gültig bis;Einwilligung am;Einwilligung für';
  const rows = Array.from({ length: count }, (_, index) => {
    const bornOn = addDays('2003-01-01', index % 700);
    const validUntil = addDays(today, validForDays(index));
    const cells = [
      `MESS-${index}`,
      `Muster${index}`,
      'Kim',
      german(bornOn),
      'de',
      'Stolberg',
      `m${index}@example.org`,
    ];
    return [...cells, 'Duldung', german(validUntil), german(today), 'Fallarbeit, Erinnerungen'].join(';');
  });
  return [header, ...rows].join('\r\n');
}

/** Imports them; gives the journeys' ids. */
export async function importPeople(caller: Caller, register: string): Promise<string[]> {
  const { status, body } = await caller.call('POST', '/imports?basis=consent_on_paper', register);
  if (status !== 202) throw new Error(`The import was refused: ${body}`);
  const { id } = JSON.parse(body) as { id: string };
  for (;;) {
    const { state, outcomes } = JSON.parse((await caller.call('GET', `/imports/${id}`)).body) as ImportAnswer;
    if (state === 'failed') throw new Error('The import broke off');
    if (state === 'done') return outcomes.flatMap(({ journeyId }) => journeyId ?? []);
    await wait(250);
  }
}
