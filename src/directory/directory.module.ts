import { type DynamicModule, Module } from '@nestjs/common';
import type { KeptNames } from './kept-names.js';
import { KEPT_NAMES, Names } from './names.js';

/** The directory of names. */
@Module({})
export class DirectoryModule {
  static for(names: KeptNames): DynamicModule {
    return {
      module: DirectoryModule,
      providers: [{ provide: KEPT_NAMES, useValue: names }, Names],
      exports: [Names],
    };
  }
}
