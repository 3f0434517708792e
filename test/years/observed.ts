import type { AgendaItem, Deadline } from '../../domain/deadlines/agenda.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import type { Observed, Overtaken } from './act.js';
import { momentOf } from './days.js';

type EventOf<Type> = Extract<RecordedEvent, { type: Type }>;

/** What happened by itself, read from a journey's log alone. */
export class ObservedJourney {
  readonly acts: Observed[] = [];
  readonly overtaken: Overtaken[] = [];
  /** The messages that the week has held back, and the mails that have left or failed for good, by their keys. */
  readonly held = new Set<string>();
  readonly sent: string[] = [];
  readonly failed: string[] = [];
  private readonly items = new Map<string, AgendaItem>();
  private readonly deadlines = new Map<string, Deadline>();
  private readonly flags = new Map<string, string>();
  private readonly tasks = new Map<string, { kind: string; about: string }>();

  /** @param keyOf how this installation makes its opaque keys */
  constructor(
    private readonly journey: string,
    private readonly events: readonly RecordedEvent[],
    private readonly keyOf: (name: string) => string,
  ) {
    for (const [index, event] of events.entries()) this.takes(event, index);
  }

  private takes(event: RecordedEvent, index: number): void {
    const at = momentOf(event.recordedAt);
    switch (event.type) {
      case 'AgendaChanged':
        this.learn(event);
        return;
      case 'MessageSending':
        if (event.plain.attempt > 1) return;
        this.acts.push({ act: 'mail', to: 'participant', what: this.partsOf(event.plain), at });
        return;
      case 'MessageSent':
        this.sent.push(event.plain.key);
        return;
      case 'MessageFailed':
        this.failed.push(event.plain.key);
        return;
      case 'MessageSuppressed':
        this.overtaken.push({ what: this.rungOf(event.plain.key), at });
        return;
      case 'NoticeQueued':
        this.acts.push({ act: 'notice', to: event.plain.to, what: this.noticeOf(event, index), at });
        return;
      case 'DeadlineMissed': {
        const { deadline } = event.plain;
        this.acts.push({ act: 'missed', to: 'all', what: this.nameOf(this.deadlineOf(deadline, index)), at });
        return;
      }
      case 'FlagRaised': {
        const { flag, severity } = event.plain;
        const rule = event.case?.rule ?? event.status?.rule ?? '?';
        this.flags.set(flag, rule);
        this.acts.push({ act: 'raised', to: 'all', what: `${rule} ${severity}`, at });
        return;
      }
      case 'FlagCleared':
        this.acts.push({ act: 'cleared', to: 'all', what: this.flags.get(event.plain.flag) ?? '?', at });
        return;
      case 'TaskOpened': {
        const { kind, task } = event.plain;
        this.tasks.set(task, { kind, about: event.case?.subject ?? '' });
        return;
      }
      case 'FollowUpBegan':
        this.acts.push({ act: 'follow-up', to: 'all', what: 'follow_up', at });
        return;
      default:
    }
  }

  private learn(event: EventOf<'AgendaChanged'>): void {
    for (const half of [event.case, event.status]) {
      for (const deadline of half?.deadlines ?? []) this.deadlines.set(deadline.id, deadline);
      for (const item of [...(half?.planned ?? []), ...(half?.moved ?? [])]) {
        this.items.set(item.key, item);
        if (item.held) this.held.add(item.key);
      }
    }
  }

  private partsOf({ key, with: others = [] }: { key: string; with?: string[] }): string {
    return [key, ...others]
      .map((each) => this.rungOf(each))
      .sort()
      .join(' + ');
  }

  private rungOf(key: string): string {
    const item = this.items.get(key);
    return item ? `${this.nameOf(this.deadlines.get(item.deadline))} ${item.rung}` : `message ${key}`;
  }

  private noticeOf({ plain: { key, about, to } }: EventOf<'NoticeQueued'>, index: number): string {
    const task = this.tasks.get(about);
    if (task) return `${task.kind} ${this.rungOf(task.about).split(' ').slice(0, 2).join(' ')}`;
    const flag = this.flags.get(about);
    if (flag) return `${flag} ${this.find(flagRungs, key, (rung) => `flag-notice|${about}|${rung}|${to}`)}`;
    // the command that queues it may have moved its day
    for (const deadline of [this.deadlines.get(about), this.recordedAfter(about, index)]) {
      const { rule, anchor, anchorValue } = deadline ?? {};
      const name = (rung: string) => [this.journey, rule, anchor, anchorValue, rung, to].join('|');
      const rung = this.find(rungs, key, name);
      if (rung !== undefined) return `${this.nameOf(deadline)} ${rung}`;
    }
    return `notice ${key}`;
  }

  /** What is caused and told by one command never stands in the agenda: its key is found by trying. */
  private find(candidates: readonly string[], key: string, name: (rung: string) => string) {
    return this.items.get(key)?.rung ?? candidates.find((rung) => this.keyOf(name(rung)) === key);
  }

  private nameOf = (deadline: Deadline | undefined): string =>
    deadline ? `${deadline.rule} ${deadline.anchorValue}` : 'an unknown deadline';

  /** A deadline that something happens to at once stands in the agenda that the same command records last. */
  private deadlineOf(id: string, index: number): Deadline | undefined {
    return this.deadlines.get(id) ?? this.recordedAfter(id, index);
  }

  private recordedAfter(id: string, index: number): Deadline | undefined {
    for (const event of this.events.slice(index)) {
      if (event.type !== 'AgendaChanged') continue;
      const all = [...(event.case?.deadlines ?? []), ...(event.status?.deadlines ?? [])];
      return all.find((deadline) => deadline.id === id);
    }
    return undefined;
  }
}

const flagRungs = ['severity-1', 'severity-2', 'severity-3', 'escalation'];
const rungs = [
  'missed',
  'mid',
  ...Array.from({ length: 12 }, (_, index) => `-${index + 1}w`),
  '-18M',
  '-12M',
  '-6M',
  '-3M',
  '-3d',
  '-1d',
  '0d',
  '+7d',
  '+30d',
  '+2w',
  '+4w',
  '+8w',
  ...Array.from({ length: 100 }, (_, index) => `renewed-${index + 1}`),
];
