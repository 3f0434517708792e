import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { ROOT_CONTEXT, SpanStatusCode, trace as traces, TraceFlags, type Context } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { traceOfUuid, uuidOfTrace } from './trace-ids.js';
import type { Said, Spans } from './spans.js';

/** Spans by OpenTelemetry, sent in batches over OTLP; what can't be sent is dropped, and nobody waits for it. */
export function openTelemetry(url: string, service: string): { spans: Spans; end(): Promise<void> } {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  const tracer = provider.getTracer('lotse');
  const running = new AsyncLocalStorage<Context>();

  async function span<Result>(
    name: string,
    said: Said,
    work: () => Promise<Result>,
    trace?: string,
  ): Promise<Result> {
    const within = running.getStore() ?? (trace === undefined ? ROOT_CONTEXT : remote(trace));
    const span = tracer.startSpan(name, { attributes: said }, within);
    try {
      return await running.run(traces.setSpan(within, span), work);
    } catch (error) {
      // the class only: a message may quote what was typed
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'Error' });
      throw error;
    } finally {
      span.end();
    }
  }

  const trace = (): string | undefined => {
    const context = running.getStore();
    const found = context && traces.getSpanContext(context);
    return found && uuidOfTrace(found.traceId);
  };
  return { spans: { span, trace }, end: () => provider.shutdown() };
}

/** The trace that a UUID names; its first span is another process's, or over for months. */
const remote = (uuid: string): Context =>
  traces.setSpanContext(ROOT_CONTEXT, {
    traceId: traceOfUuid(uuid),
    spanId: randomBytes(8).toString('hex'),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  });
