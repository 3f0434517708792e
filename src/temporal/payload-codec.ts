import type { Payload, PayloadCodec } from '@temporalio/common';
import { open, seal } from '../event-store/seal/envelope.js';
import { decodePayload, encodePayload } from './payload-bytes.js';

/** Temporal's name for it. Its SDK takes a fifth of a second to load, and the API, which shows payloads, needs no more. */
const encodingKey = 'encoding';
const encoding = 'binary/lotse';
const context = 'lotse/payload/1';

/**
 * Everything that Temporal stores is sealed with one key of the installation: it holds ids, codes and instants, and
 * a key per person that is erased would make tasks fail for ever.
 */
export class SealedPayloadCodec implements PayloadCodec {
  constructor(private readonly key: Buffer) {}

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(
      payloads.map((payload) => ({
        metadata: { [encodingKey]: Buffer.from(encoding) },
        data: seal(this.key, encodePayload(payload), context),
      })),
    );
  }

  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.open(payload)));
  }

  /** What another codec wrote (or none, as the CLI does) is handed on as it is. */
  private open(payload: Payload): Payload {
    const name = payload.metadata?.[encodingKey];
    if (!name || Buffer.from(name).toString() !== encoding || !payload.data) return payload;
    return decodePayload(open(this.key, Buffer.from(payload.data), context));
  }
}
