import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SealedPayloadCodec } from './payload-codec.js';

const codec = new SealedPayloadCodec(Buffer.alloc(32, 7));
const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value) ?? {};
const asBytes = ({ metadata, data }: Payload) => ({
  metadata: Object.entries(metadata ?? {}).map(([name, word]) => [name, Buffer.from(word).toString('hex')]),
  data: Buffer.from(data ?? []).toString('hex'),
});

describe('what Temporal stores', () => {
  it('comes back as it was, values and bytes alike', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.jsonValue(), bytes), { maxLength: 4 }), async (values) => {
        const payloads = values.map(payloadOf);
        const decoded = await codec.decode(await codec.encode(payloads));
        expect(decoded.map(asBytes)).toEqual(payloads.map(asBytes));
        expect(decoded.map((payload) => defaultPayloadConverter.fromPayload<unknown>(payload))).toEqual(
          payloads.map((payload) => defaultPayloadConverter.fromPayload<unknown>(payload)),
        );
      }),
    );
  });

  it('is sealed, its kind too', async () => {
    const [sealed] = await codec.encode([payloadOf({ commune: 'eschweiler' })]);
    const shown = Buffer.concat([...Object.values(sealed?.metadata ?? {}), sealed?.data ?? Buffer.alloc(0)]);
    expect(shown.includes('eschweiler')).toBe(false);
    expect(shown.includes('json/plain')).toBe(false);
  });

  it('does not open when it was changed, or under another key', async () => {
    const [sealed] = await codec.encode([payloadOf('standing')]);
    if (!sealed?.data) throw new Error('Nothing was sealed');
    await expect(async () => new SealedPayloadCodec(randomBytes(32)).decode([sealed])).rejects.toThrow();
    const data = Buffer.from(sealed.data);
    data.writeUInt8(data.readUInt8(40) ^ 1, 40);
    await expect(async () => codec.decode([{ ...sealed, data }])).rejects.toThrow();
  });

  it('is handed on as it is when somebody else wrote it', async () => {
    const plain = payloadOf('by hand');
    expect(await codec.decode([plain, {}])).toEqual([plain, {}]);
  });
});
