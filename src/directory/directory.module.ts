import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import type { LogLine } from '../http/log.js';
import { DIRECTORY_LOG, Names } from './names.js';

/** The directory of names. */
@Module({})
export class DirectoryModule {
  /**
   * @param imports a module that exports PLATFORM
   * @param log where log lines go; standard output where nothing is said
   */
  static for(imports: NonNullable<ModuleMetadata['imports']>, log?: (line: LogLine) => void): DynamicModule {
    return {
      module: DirectoryModule,
      imports,
      providers: [{ provide: DIRECTORY_LOG, useValue: log ?? null }, Names],
      exports: [Names],
    };
  }
}
