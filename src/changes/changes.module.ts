import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import type { LogLine } from '../http/log.js';
import { Changes, CHANGES_LOG, CHANGES_PACE, type ChangesPace } from './changes.js';
import { ChangesController } from './changes.controller.js';

/** Server-sent events of what changes. */
@Module({})
export class ChangesModule {
  /**
   * @param imports modules that export PLATFORM and AUTHENTICATION
   * @param log where log lines go; standard output where nothing is said
   */
  static for(
    imports: NonNullable<ModuleMetadata['imports']>,
    pace: ChangesPace,
    log?: (line: LogLine) => void,
  ): DynamicModule {
    return {
      module: ChangesModule,
      imports,
      controllers: [ChangesController],
      providers: [
        { provide: CHANGES_PACE, useValue: pace },
        { provide: CHANGES_LOG, useValue: log ?? null },
        Changes,
      ],
      exports: [Changes],
    };
  }
}
