import { calendar } from '../../domain/deadlines/dates.js';
import type { Instant } from '../../domain/time.js';
import { CommandRunner } from '../journeys/command-runner.js';
import type { Platform } from '../platform.js';
import { createPool } from '../database/pool.js';
import type { CallBack } from '../reminders/call-back.js';
import { composeDue } from '../reminders/compose-due.js';
import { cast, type Member } from './cast/cast.js';
import { coaches } from './cast/region.js';
import { live, type Lived } from './lives/live.js';
import { writeJourney } from './lives/journey.js';
import type { ToldNotice } from './lives/notices-told.js';

/** The part of the demonstration that one thread makes: every so-manieth member of the cast. */
export interface Share {
  first: number;
  step: number;
  /** The instant up to which the past reaches. */
  now: Instant;
  /** The accounts' ids by their addresses. */
  accounts: Readonly<Record<string, string>>;
}

/** What staff were told of, and the coach's account; `null` where the coordinators stand in. */
export interface ToldOf {
  coach: string | null;
  told: readonly ToldNotice[];
}

/** The journeys of a share, lived and not yet stored. */
export class LivedShare {
  private constructor(
    private readonly platform: Platform,
    private readonly lived: readonly Lived[],
  ) {}

  /** Lives them; `done` is called after each. */
  static live(platform: Platform, share: Share, done: () => void): LivedShare {
    const lived = cast()
      .map((member, index) => ({ member, number: index + 1 }))
      .filter(({ number }) => number % share.step === share.first)
      .map(({ member, number }) => {
        const one = liveOne(platform, share, member, number);
        done();
        return one;
      });
    return new LivedShare(platform, lived);
  }

  /** What the mails to staff told. */
  get told(): ToldOf[] {
    return this.lived.map(({ state, told }) => ({ coach: state.plain.coach, told }));
  }

  /** How many entries of their diaries a rule stood against. */
  get refused(): number {
    return this.lived.reduce((sum, { refused }) => sum + refused, 0);
  }

  /** Stores them; one that is there already stays. */
  async store(done: () => void): Promise<void> {
    const { config, clock, secrets, programmes, generation } = this.platform;
    const sql = createPool(config.database.url, 'import', 2);
    const runner = new CommandRunner(sql, clock, secrets, programmes, generation);
    try {
      for (const { state, events } of this.lived) {
        await runner.recordPast(state, events);
        done();
      }
    } finally {
      await sql.end();
    }
  }
}

function liveOne(
  { programmes, texts, config }: Platform,
  { now, accounts }: Share,
  member: Member,
  number: number,
): Lived {
  const { key } = programmes.current;
  const nrw = calendar('NRW');
  const coach = coaches.find(({ email }) => email === member.place.coach);
  const account = (coach && accounts[coach.email]) ?? null;
  const { journey, diary } = writeJourney(member, number, { now, calendar: nrw, coach: account });
  const { officePhone } = config;
  const callBack: CallBack = { ...(coach && { coach }), ...(officePhone !== undefined && { officePhone }) };
  const installed = texts.get(key);
  return live(diary, {
    journey,
    actor: { kind: 'demonstration', id: account ?? journey, role: 'coach' },
    past: programmes.planning(key, true),
    present: programmes.planning(key),
    now,
    bounces: member.part.flag === 'delivery_failing',
    toldWith(state, mail, at) {
      const made =
        installed && composeDue(state, mail, callBack, { texts: installed, calendar: nrw, now: at });
      return made && { ...made.told, language: made.language };
    },
  });
}
