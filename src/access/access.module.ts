import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { AUTHENTICATION } from '../http/ports.js';
import { AboutMe } from './about-me.js';
import { ColleaguesController } from './colleagues.controller.js';
import { Credentials } from './credentials.js';
import { DemonstrationSession } from './demonstration-session.js';
import { MeController } from './me.controller.js';
import { SessionController } from './session.controller.js';
import { SignIn } from './sign-in.js';
import { Invitations } from './users/invitations.js';
import { TokensController } from './users/tokens.controller.js';
import { UsersController } from './users/users.controller.js';

/** Accounts, tokens and sessions. */
@Module({})
export class AccessModule {
  /** @param imports a module that exports SQL and PLATFORM */
  static for(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: AccessModule,
      imports,
      controllers: [SessionController, MeController, ColleaguesController, UsersController, TokensController],
      providers: [
        Credentials,
        { provide: AUTHENTICATION, useExisting: Credentials },
        SignIn,
        Invitations,
        DemonstrationSession,
        AboutMe,
      ],
      exports: [AUTHENTICATION],
    };
  }
}
