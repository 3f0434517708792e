interface Known<Value> {
  tag: string;
  value: Value;
  /** By the clock of `performance.now()`. */
  until: number;
}

/** As long as somebody who looks on may come back to it. */
const keptMs = 60_000;

/**
 * What was opened a moment ago, by journey: as long as its tag stays what it was, and somebody asks for it. Nobody may
 * change what is given out.
 */
export class ShortMemory<Value> {
  /** The one that was asked for last comes last. */
  private readonly known = new Map<string, Known<Value>>();
  /** Nothing is held of people whom nobody looks at any more. */
  private readonly forgetting = setInterval(() => this.forget(), keptMs).unref();

  /** @param most how many are remembered; those that nobody has asked for the longest make room */
  constructor(private readonly most: number) {}

  /** What is remembered under this tag; asked for, it stays a while longer. */
  get(journey: string, tag: string): Value | undefined {
    const known = this.known.get(journey);
    if (known?.tag !== tag || known.until <= performance.now()) return undefined;
    this.keep(journey, tag, known.value);
    return known.value;
  }

  keep(journey: string, tag: string, value: Value): void {
    this.known.delete(journey);
    this.known.set(journey, { tag, value, until: performance.now() + keptMs });
    const [longestUnasked] = this.known.keys();
    if (this.known.size > this.most && longestUnasked !== undefined) this.known.delete(longestUnasked);
  }

  end(): void {
    clearInterval(this.forgetting);
    this.known.clear();
  }

  private forget(): void {
    const now = performance.now();
    for (const [journey, { until }] of this.known) if (until <= now) this.known.delete(journey);
  }
}
