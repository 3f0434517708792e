import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { EtagInterceptor } from './etag.interceptor.js';
import { JourneyInScopeGuard } from './guards/journey-in-scope.guard.js';
import { IsThereGuard } from './guards/is-there.guard.js';
import { OriginGuard } from './guards/origin.guard.js';
import { RoleGuard } from './guards/role.guard.js';
import { SignedInGuard } from './guards/signed-in.guard.js';
import { InputInterceptor } from './input.interceptor.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { RouteCheck } from './route-check.js';
import { HTTP_SETTINGS, type HttpSettings } from './settings.js';
import { UndoLinkInterceptor } from './undo-link.interceptor.js';

/** What stands before every handler, in this order: the contract's order of checks. */
const checks = [
  { provide: APP_GUARD, useClass: IsThereGuard }, // 404 for what belongs to a demonstration
  { provide: APP_GUARD, useClass: SignedInGuard }, // 401
  { provide: APP_GUARD, useClass: OriginGuard }, // 403 for another site's page
  { provide: APP_GUARD, useClass: JourneyInScopeGuard }, // 404
  { provide: APP_GUARD, useClass: RoleGuard }, // 403
  { provide: APP_INTERCEPTOR, useClass: InputInterceptor }, // 400, 413, 415, 403 for what the body names, 422
  { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
  { provide: APP_INTERCEPTOR, useClass: UndoLinkInterceptor },
  { provide: APP_FILTER, useClass: ProblemFilter },
];

/** The edge: table of routes, checks, problems, OpenAPI. */
@Module({})
export class HttpModule {
  /** @param imports modules that export AUTHENTICATION, JOURNEY_SCOPE and ACT_PERMISSION */
  static for(settings: HttpSettings, imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: HttpModule,
      imports: [DiscoveryModule, ...imports],
      controllers: [OpenApiController],
      providers: [{ provide: HTTP_SETTINGS, useValue: settings }, RouteCheck, ...checks],
      exports: [HTTP_SETTINGS],
    };
  }
}
