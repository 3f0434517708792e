import { dayOf, type Day, type Moment } from '../days.js';
import type { Fact, Paper, Recorded } from '../script/fact.js';

/** A paper that is or was the current one, with what its last correction says. */
export interface KnownPaper extends Paper {
  /** Tells it from the journey's other papers. */
  nth: number;
  shownAt: Moment;
  /** When it was shown or last corrected. */
  saidAt: Moment;
}

export interface KnownMilestone {
  nth: number;
  milestone: string;
  on: Day;
  data: Record<string, unknown>;
  at: Moment;
}

type FactOf<Does extends Fact['does']> = Extract<Fact, { does: Does }>;

/** In the order of the days, on one day as they were recorded. */
export const byDay = (a: { on: Day; nth: number }, b: { on: Day; nth: number }): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.nth - b.nth;

/** What is known of a journey so far. */
export class Known {
  private readonly facts: Recorded[] = [];
  /** The engine's own move to follow-up, by the placement that it followed. */
  readonly followUps: { placement: number; on: Day }[] = [];

  private readonly remembered = new Map<string, unknown>();

  /** Takes one more fact. */
  learns(recorded: Recorded): void {
    this.facts.push(recorded);
    this.remembered.clear();
  }

  /** The engine has moved a placement on to follow-up. */
  follows(placement: number, on: Day): void {
    this.followUps.push({ placement, on });
    this.remembered.clear();
  }

  /** What follows from the facts is found out once, until there is another one. */
  once<Found>(name: string, find: () => Found): Found {
    if (!this.remembered.has(name)) this.remembered.set(name, find());
    return this.remembered.get(name) as Found;
  }

  private all<Does extends Fact['does']>(...does: Does[]): { at: Moment; fact: FactOf<Does>; nth: number }[] {
    return this.once(does.join(), () =>
      this.facts.flatMap(({ at, fact }, nth) =>
        does.some((each) => each === fact.does) ? [{ at, fact: fact as FactOf<Does>, nth }] : [],
      ),
    );
  }

  get isThere(): boolean {
    return this.facts.length > 0;
  }

  get opening(): FactOf<'open'> & { at: Moment } {
    const [first] = this.all('open');
    if (!first) throw new Error('Nobody has been opened');
    return { ...first.fact, at: first.at };
  }

  get isOpen(): boolean {
    return this.all('close', 'reopen').at(-1)?.fact.does !== 'close';
  }

  /** The reason of the closing that holds. */
  get closedFor(): string | undefined {
    const last = this.all('close', 'reopen').at(-1)?.fact;
    return last?.does === 'close' ? last.reason : undefined;
  }

  get isPaused(): boolean {
    return this.isOpen && this.all('pause', 'resume', 'close').at(-1)?.fact.does === 'pause';
  }

  /** Whether a purpose is consented and not withdrawn since. */
  consents(purpose: string): boolean {
    const last = this.all('consent', 'withdraw consent').findLast(
      ({ fact: { purposes } }) => purposes.length === 0 || purposes.includes(purpose),
    );
    return last?.fact.does === 'consent';
  }

  /** Whether consent to a purpose was given once, and taken back. */
  hasWithdrawn(purpose: string): boolean {
    const given = this.all('consent').some(({ fact }) => fact.purposes.includes(purpose));
    return given && !this.consents(purpose);
  }

  /** Whether the participant may be written to at all: both consents, the channel and the address. */
  get mayBeWrittenTo(): boolean {
    return this.consents('case_work') && this.consents('reminders') && this.opening.writes;
  }

  /** Whether the SMTP server takes mails for the newest address, and since when that is known. */
  get address(): { taken: boolean; at: Moment } {
    const last = this.all('change the address').at(-1);
    return { taken: last?.fact.taken ?? true, at: last?.at ?? this.opening.at };
  }

  /** The papers that are or were the current one: each that did not begin before the one that was current then. */
  get papers(): KnownPaper[] {
    return this.once('papers', () => this.currentPapers());
  }

  private currentPapers(): KnownPaper[] {
    const papers: KnownPaper[] = [];
    const rank = ({ from, shownAt }: KnownPaper): Day => from ?? dayOf(shownAt);
    for (const { at, fact, nth } of this.all('show a paper', 'correct the paper')) {
      const last = papers.at(-1);
      if (fact.does === 'correct the paper') Object.assign(last ?? {}, fact.paper, { saidAt: at });
      else {
        const paper = { ...fact.paper, nth, shownAt: at, saidAt: at };
        if (!last || rank(paper) >= rank(last)) papers.push(paper);
      }
    }
    return papers;
  }

  /** A request for a newer paper that somebody else could confirm. */
  get provenRenewal(): { nth: number; at: Moment } | undefined {
    const shownAt = this.papers.at(-1)?.shownAt ?? '9';
    return this.all('ask for renewal').findLast(
      ({ at, fact }) => at >= shownAt && fact.proof !== 'self_reported',
    );
  }

  /** Milestones by their days, on one day as they were recorded. */
  milestones(...keys: string[]): KnownMilestone[] {
    return this.once(`milestones ${keys.join()}`, () =>
      this.all('reach')
        .map(({ at, fact: { milestone, on, data }, nth }) => ({ nth, milestone, on, data, at }))
        .filter(({ milestone }) => keys.length === 0 || keys.includes(milestone))
        .sort(byDay),
    );
  }

  /** Consents to anything, each a milestone of its day. */
  get consentsGiven(): { nth: number; on: Day; at: Moment }[] {
    return this.all('consent').map(({ nth, at }) => ({ nth, on: dayOf(at), at }));
  }

  /** The last talk in both directions. */
  get lastTalk(): { nth: number; on: Day } | undefined {
    return this.all('talk')
      .flatMap(({ fact, nth }) => (fact.reached ? [{ nth, on: fact.on }] : []))
      .sort(byDay)
      .at(-1);
  }

  /** The first day on which a module ran that supports. */
  get supportedSince(): Day | undefined {
    const [first] = this.all('run a module').filter(({ fact }) => fact.module !== 'F6');
    return first && dayOf(first.at);
  }

  /** Of the current paper: whether a person has verified its departure deadline. */
  get departureIsVerified(): boolean {
    const shownAt = this.papers.at(-1)?.shownAt ?? '9';
    return this.all('verify the departure').some(({ at }) => at >= shownAt);
  }
}
