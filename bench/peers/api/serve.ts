import { Module, StandardSchemaValidationPipe, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { JourneysController } from './journeys.controller.js';
import { Accounts, Journeys } from './journeys.js';

@Module({ controllers: [JourneysController] })
export class ApiModule {
  /** @param imports what else the peer's application is made of */
  static for(journeys: Journeys, accounts: Accounts, imports: DynamicModule[] = []): DynamicModule {
    return {
      module: ApiModule,
      imports,
      providers: [
        { provide: Journeys, useValue: journeys },
        { provide: Accounts, useValue: accounts },
      ],
    };
  }
}

/** Serves a peer's application on loopback. */
export async function serve(module: DynamicModule, port: number): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: ['error', 'warn'],
  });
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(new StandardSchemaValidationPipe());
  await app.listen(port, '127.0.0.1');
  return app;
}
