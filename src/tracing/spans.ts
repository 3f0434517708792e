/** What a span says: ids, codes, numbers. Never a name, nor what somebody typed. */
export type Said = Readonly<Record<string, string | number>>;

/** Records how long something took, and within what. */
export interface Spans {
  /** Does some work as a span of what runs now, or of the trace that is named. */
  span<Result>(name: string, said: Said, work: () => Promise<Result>, trace?: string): Promise<Result>;
  /** Which trace runs now, as a UUID. */
  trace(): string | undefined;
}

let spans: Spans | undefined;

/** Switches tracing on for this process, or off again. */
export function traceWith(started: Spans | undefined): void {
  spans = started;
}

/** Whether spans are recorded; what is only asked for their sake need not be asked otherwise. */
export const isTracing = (): boolean => spans !== undefined;

/** What a command is correlated with: the trace that runs now, by which the clock's acts find it again. */
export function correlated(): { correlationId?: string } {
  const trace = spans?.trace();
  return trace === undefined ? {} : { correlationId: trace };
}

/**
 * Does some work, as a span where tracing is on.
 * @param trace a UUID: the trace to which it belongs where nothing runs yet, such as a command's correlation id
 */
export function inSpan<Result>(
  name: string,
  said: Said,
  work: () => Promise<Result>,
  trace?: string,
): Promise<Result> {
  return spans ? spans.span(name, said, work, trace) : work();
}
