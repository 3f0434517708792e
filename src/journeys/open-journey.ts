import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { openJourney } from '../../contract/journeys/commands.js';
import type { OpeningWarning } from '../../contract/journeys/journey.js';
import type { FieldError } from '../../contract/problem.js';
import type { OpenJourney } from '../../domain/journey/commands/open-journey.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { Names } from '../directory/names.js';
import { accessTo } from '../http/guards/access-to.js';
import type { Account, JourneyInScope } from '../http/ports.js';
import { invalidInput } from '../http/problems.js';
import { namedId } from '../named-id.js';
import { PLATFORM, type Platform } from '../platform.js';
import { Coaches, type NamedCoach } from './coaches.js';
import { given } from './given.js';
import { JourneyCommands, type Call } from './journey-commands.js';
import type { Reader } from './journey-reader.js';
import type { Language } from './views/language.js';

type Body = z.output<typeof openJourney>;

/** Opening a journey: what has to be known of programme, commune, coach and participant before the rules are asked. */
@Injectable()
export class JourneyOpening {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly commands: JourneyCommands,
    private readonly coaches: Coaches,
    private readonly names: Names,
  ) {}

  /** @throws Problem 422 for what the programme or this installation does not know, 503 as long as names are still read */
  async open(body: Body, call: Call): Promise<JourneyState> {
    const { account } = call;
    await this.refuseUnknown(body, account);
    const coach = await this.coachOf(body, account);
    const origin = this.commands.originOf(call);
    // named after the command: a repetition finds what the first one made
    const participant = body.participant.id ?? namedId('participant', origin.commandId);
    const journey = namedId('journey', origin.commandId);
    const { givenName, familyName, bornOn } = body.participant;
    const newcomer = { givenName, familyName, bornOn, participant };
    const possibleDuplicates = (await this.names.duplicatesOf(newcomer, account)).map(({ id }) => id);
    const command = { ...commandOf(body, participant, coach), possibleDuplicates };
    return (await this.commands.carryOut(journey, command, origin)).state;
  }

  /** What came up when a journey was opened, as far as the reader may see the others today. */
  async warningsOf(state: JourneyState, { account, language }: Reader): Promise<OpeningWarning[]> {
    const { possibleDuplicates = [] } = state.case;
    if (possibleDuplicates.length === 0) return [];
    const { rows } = await this.platform.sql.query<JourneyInScope & { id: string }>(
      'SELECT j.id, j.commune, j.coach_id AS "coachId" FROM rm.journey j WHERE j.id = ANY($1::uuid[]) ORDER BY j.id',
      [possibleDuplicates],
    );
    return rows
      .filter((journey) => accessTo(account, journey) !== undefined)
      .map(({ id }) => ({ code: 'possible-duplicate', message: perhapsHere[language], journeyId: id }));
  }

  private async refuseUnknown({ programme, commune, participant }: Body, account: Account): Promise<void> {
    const { current } = this.platform.programmes;
    const errors: FieldError[] = [];
    if (programme !== undefined && programme !== current.key) {
      const message = `found a programme that takes nobody in, expected ${current.key}`;
      errors.push({ pointer: '/programme', code: 'unknown-programme', message });
    }
    if (!current.communes.some(({ key }) => key === commune)) {
      const known = current.communes.map(({ key }) => key).join(', ');
      const message = `found no commune of the programme, expected one of ${known}`;
      errors.push({ pointer: '/commune', code: 'unknown-commune', message });
    }
    if (participant.id !== undefined && !(await this.wasHere(participant.id, account))) {
      const message = 'found nobody whom this account knows, expected the id of a participant, or none';
      errors.push({ pointer: '/participant/id', code: 'unknown-participant', message });
    }
    if (errors.length > 0) throw invalidInput(errors);
  }

  /** Whether a journey of hers is in the account's scope. */
  private async wasHere(participant: string, account: Account): Promise<boolean> {
    const { rows } = await this.platform.sql.query<JourneyInScope>(
      'SELECT j.commune, j.coach_id AS "coachId" FROM rm.journey j WHERE j.participant_id = $1',
      [participant],
    );
    return rows.some((journey) => accessTo(account, journey) !== undefined);
  }

  private async coachOf({ coach }: Body, account: Account): Promise<NamedCoach> {
    if (coach !== undefined) return this.coaches.named(coach);
    return { coach: account.role === 'coach' ? account.id : null };
  }
}

const perhapsHere: Record<Language, string> = {
  de: 'Diese Person ist vielleicht schon erfasst: gleiches Geburtsdatum und mindestens ein gleicher Name.',
  en: 'This person may be here already: the same date of birth and at least one equal name.',
};

function commandOf(body: Body, participant: string, { coach, hint }: NamedCoach): OpenJourney {
  const { commune, externalId, document, firstContactOn, exception } = body;
  const { givenName, familyName, bornOn, sex, nationality, germanLevel, schoolCertificate } =
    body.participant;
  const { language, secondLanguage, phone, email, channels } = body.participant;
  const facts = { sex, nationality, germanLevel, schoolCertificate, coachHint: hint };
  return {
    type: 'OpenJourney',
    participant,
    commune,
    coach,
    person: { givenName, familyName, bornOn, ...given(facts) },
    contact: given({ language, secondLanguage, phone, email, channels }),
    ...given({ externalId, firstContactOn, exception: exception?.reason }),
    ...(document && { document: given(document) }),
  };
}
