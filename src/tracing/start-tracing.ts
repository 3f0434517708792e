import type { Config } from '../config/config.js';
import { traceWith } from './spans.js';

/**
 * Begins to send spans to where OTEL_EXPORTER_OTLP_ENDPOINT says; without it nothing is loaded, and spans cost nothing.
 * @returns what sends the last of them, to be called before the process ends
 */
export async function startTracing(
  { tracesUrl }: Pick<Config, 'tracesUrl'>,
  process: 'api' | 'worker',
): Promise<() => Promise<void>> {
  if (tracesUrl === undefined) return () => Promise.resolve();
  const { openTelemetry } = await import('./open-telemetry.js');
  const { spans, end } = openTelemetry(tracesUrl, `lotse-${process}`);
  traceWith(spans);
  return async () => {
    traceWith(undefined);
    await end().catch(() => undefined); // nobody listens there: no reason to end otherwise
  };
}
