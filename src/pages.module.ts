import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { ActsController } from './acts/acts.controller.js';

/** What the web pages are told beside the journeys themselves. */
@Module({})
export class PagesModule {
  /** @param imports modules that export PLATFORM, SQL, Names and JourneyReader */
  static for(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return { module: PagesModule, imports, controllers: [ActsController] };
  }
}
