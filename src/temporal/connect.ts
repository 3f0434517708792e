import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Config } from '../config/config.js';
import { searchAttributes } from '../../workflows/messages.js';
import { SealedPayloadCodec } from './payload-codec.js';

/** Payloads are sealed; the same for client, worker and replay. Failures say nothing (activities/quietly.ts). */
export const dataConverter = (payloadKey: Buffer): DataConverter => ({
  payloadCodecs: [new SealedPayloadCodec(payloadKey)],
});

/**
 * A connection that is made when it is first needed, so that a process starts while Temporal is away. The SDK's own
 * retries are off: one that waits when the connection is closed throws where nobody can catch it, and ends the
 * process. Whoever calls tries again by itself.
 */
export const lazyConnection = ({ temporal }: Config): Connection =>
  Connection.lazy({ ...connectionOptions(temporal), interceptors: [], channelArgs: reconnecting });

/** gRPC itself would wait up to two minutes after a long outage: so much later journeys would be told. */
const reconnecting = { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 5000 };

/** The client with its connection. */
export function connectClient(
  config: Config,
  payloadKey: Buffer,
): { client: Client; connection: Connection } {
  const connection = lazyConnection(config);
  const client = new Client({
    connection,
    namespace: config.temporal.namespace,
    dataConverter: dataConverter(payloadKey),
  });
  return { client, connection };
}

/** What every connection to Temporal takes. */
export function connectionOptions({ address, apiKey, tls }: Config['temporal']) {
  return { address, ...(apiKey !== undefined && { apiKey }), ...(tls !== undefined && { tls }) };
}

const keyword = 2; // temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD

/** Registers phase and commune as search attributes; an unregistered one in an upsert would fail the task for ever. */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: { [searchAttributes.phase]: keyword, [searchAttributes.commune]: keyword },
    });
  } catch (error) {
    const alreadyExists = 6; // grpc.status.ALREADY_EXISTS
    if ((error as { code?: number }).code !== alreadyExists) throw error;
  }
}
