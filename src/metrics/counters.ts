/** What may stand in a label: a word of ours, from a list that ends. Never an id, never what somebody typed. */
export type Labels = Readonly<Record<string, string>>;

/** What is counted; one more is a line here and a row in docs/operating.md. */
export const countedFamilies = {
  lotse_commands_total: { type: 'counter', help: 'Commands by how they ended, people’s and the clock’s.' },
  lotse_command_seconds: { type: 'histogram', help: 'How long a command took, with its repetitions.' },
  lotse_command_conflicts_total: {
    type: 'counter',
    help: 'Tries that were begun anew because somebody else was faster.',
  },
  lotse_relay_signals_total: { type: 'counter', help: 'News for workflows, by whether Temporal took them.' },
  lotse_acts_failed_total: {
    type: 'counter',
    help: 'What a workflow asked for and the worker could not do.',
  },
  lotse_mails_total: { type: 'counter', help: 'Mails by what the SMTP server said to them.' },
  lotse_mail_seconds: { type: 'histogram', help: 'How long the SMTP server took for a mail.' },
} as const satisfies Record<string, { type: 'counter' | 'histogram'; help: string }>;

/** The name of something that is counted. */
export type CountedFamily = keyof typeof countedFamilies;
type Timed = { [F in CountedFamily]: (typeof countedFamilies)[F]['type'] extends 'histogram' ? F : never };

/** From a round trip to the database up to the longest that anybody waits, in seconds. */
const bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** One line of the text format without its value, and the family that it belongs to. */
export interface Sample {
  family: CountedFamily;
  /** Such as `lotse_mails_total{process="worker",outcome="sent"}`. */
  line: string;
  value: number;
}

/** The lines of what took its time: how many were no longer than each bound, how long all were together, how many. */
interface Histogram {
  buckets: readonly { bound: number; sample: Sample }[];
  sum: Sample;
  count: Sample;
}

/** Counts since the process began. */
export class Counters {
  private readonly samples = new Map<string, Sample>();
  /** By name and labels: writing a dozen lines anew took longer than counting. */
  private readonly histograms = new Map<string, Histogram>();

  /** @param process which of Lotse's: stands in every line */
  constructor(private readonly process: 'api' | 'worker') {}

  count(family: Exclude<CountedFamily, Timed[CountedFamily]>, labels: Labels = {}): void {
    this.sampleOf(family, family, labels).value += 1;
  }

  /** Counts one that took so many milliseconds. */
  time(family: Timed[CountedFamily], labels: Labels, ms: number): void {
    const seconds = ms / 1000;
    const { buckets, sum, count } = this.histogramOf(family, labels);
    for (const { bound, sample } of buckets) if (seconds <= bound) sample.value += 1;
    sum.value += seconds;
    count.value += 1;
  }

  get all(): readonly Sample[] {
    return [...this.samples.values()];
  }

  private histogramOf(family: Timed[CountedFamily], labels: Labels): Histogram {
    const name = this.lineOf(family, labels);
    const known = this.histograms.get(name);
    if (known) return known;
    const bucketOf = (bound: number, le: string) => ({
      bound,
      sample: this.sampleOf(family, `${family}_bucket`, { ...labels, le }),
    });
    const made = {
      buckets: [...bounds.map((bound) => bucketOf(bound, String(bound))), bucketOf(Infinity, '+Inf')],
      sum: this.sampleOf(family, `${family}_sum`, labels),
      count: this.sampleOf(family, `${family}_count`, labels),
    };
    this.histograms.set(name, made);
    return made;
  }

  private sampleOf(family: CountedFamily, name: string, labels: Labels): Sample {
    const line = this.lineOf(name, labels);
    const sample = this.samples.get(line) ?? { family, line, value: 0 };
    this.samples.set(line, sample);
    return sample;
  }

  private lineOf(name: string, labels: Labels): string {
    const said = Object.entries({ process: this.process, ...labels });
    return `${name}{${said.map(([label, word]) => `${label}="${word}"`).join(',')}}`;
  }
}
