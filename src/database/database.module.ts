import { type DynamicModule, Module } from '@nestjs/common';
import { PLATFORM, type Platform } from '../platform.js';
import { SQL } from './sql.js';

/** The database, and what was built upon it when the process started. */
@Module({})
export class DatabaseModule {
  static for(platform: Platform): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: PLATFORM, useValue: platform },
        { provide: SQL, useValue: platform.sql },
      ],
      exports: [PLATFORM, SQL],
    };
  }
}
