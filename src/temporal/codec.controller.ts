import { Controller, Inject, Module, type DynamicModule } from '@nestjs/common';
import type { Payload, PayloadCodec } from '@temporalio/common';
import type { AnswerOf, InputOf } from '../../contract/routes/route.js';
import { temporalRoutes } from '../../contract/routes/temporal.js';
import { Input } from '../http/input.js';
import { Route } from '../http/route.js';
import { SealedPayloadCodec } from './payload-codec.js';

const PAYLOAD_CODEC = Symbol('PayloadCodec');

type Sent = InputOf<typeof temporalRoutes.decodePayloads>;
type Answer = AnswerOf<typeof temporalRoutes.decodePayloads>;

/** Temporal's codec server: payloads hold ids, codes and instants, so operators may read them. */
@Controller()
export class CodecController {
  constructor(@Inject(PAYLOAD_CODEC) private readonly codec: PayloadCodec) {}

  @Route(temporalRoutes.decodePayloads)
  async decode(@Input() { body }: Sent): Promise<Answer> {
    return toJson(await this.codec.decode(fromJson(body)));
  }

  @Route(temporalRoutes.encodePayloads)
  async encode(@Input() { body }: Sent): Promise<Answer> {
    return toJson(await this.codec.encode(fromJson(body)));
  }
}

@Module({})
export class CodecModule {
  /** @param key the installation's key for payloads, 32 bytes */
  static for(key: Buffer): DynamicModule {
    return {
      module: CodecModule,
      controllers: [CodecController],
      providers: [{ provide: PAYLOAD_CODEC, useValue: new SealedPayloadCodec(key) }],
    };
  }
}

const fromJson = ({ payloads = [] }: Sent['body']): Payload[] =>
  payloads.map(({ metadata = {}, data = '' }) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata).map(([key, value]) => [key, Buffer.from(value, 'base64')]),
    ),
    data: Buffer.from(data, 'base64'),
  }));

const toJson = (payloads: Payload[]): Answer => ({
  payloads: payloads.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([key, value]) => [key, Buffer.from(value).toString('base64')]),
    ),
    data: Buffer.from(data ?? []).toString('base64'),
  })),
});
