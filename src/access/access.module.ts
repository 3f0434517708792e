import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { AUTHENTICATION } from '../http/ports.js';
import { Credentials } from './credentials.js';
import { MeController } from './me.controller.js';
import { PUBLIC_URL, SessionController } from './session.controller.js';
import { SignIn } from './sign-in.js';

/** Accounts, tokens and sessions. */
@Module({})
export class AccessModule {
  /** @param imports a module that exports SQL */
  static for(
    settings: { publicUrl: string },
    imports: NonNullable<ModuleMetadata['imports']>,
  ): DynamicModule {
    return {
      module: AccessModule,
      imports,
      controllers: [SessionController, MeController],
      providers: [
        { provide: PUBLIC_URL, useValue: settings.publicUrl },
        Credentials,
        { provide: AUTHENTICATION, useExisting: Credentials },
        SignIn,
      ],
      exports: [AUTHENTICATION],
    };
  }
}
