import { type DynamicModule, Module } from '@nestjs/common';
import { routes } from '../contract/routes/index.js';
import { AccessModule } from './access/access.module.js';
import type { ChangesPace } from './changes/changes.js';
import { ChangesModule } from './changes/changes.module.js';
import { CaughtMailsController } from './caught-mails/caught-mails.controller.js';
import { CaughtMails } from './caught-mails/caught-mails.js';
import { DatabaseModule } from './database/database.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { keptNames, type KeptNames } from './directory/kept-names.js';
import { HealthController } from './health/health.controller.js';
import { HealthOfParts } from './health/health.js';
import { SystemController } from './health/system.controller.js';
import { HttpModule } from './http/http.module.js';
import type { LogLine } from './http/log.js';
import type { AnsweredRequest } from './http/settings.js';
import { ImportsController } from './imports/imports.controller.js';
import { JourneysModule } from './journeys/journeys.module.js';
import { translate } from './journeys/translate.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { RequestCounts } from './metrics/request-counts.js';
import { PagesController } from './web/pages.controller.js';
import { PagesModule } from './pages.module.js';
import type { Platform } from './platform.js';
import { milestoneBody } from './programmes/milestone-body.js';
import { ProgrammesController } from './programmes/programmes.controller.js';
import { MailPageController } from './mail-page/mail-page.controller.js';
import { CodecModule } from './temporal/codec.controller.js';
import { version } from './version.js';

/** Looking into the log costs 0.3 ms; a proxy that hears nothing takes a connection for dead after 30 s at the earliest. */
const usualPace: ChangesPace = { pollMs: 250, beatMs: 15_000 };

/** What is otherwise made anew, or the usual. */
export interface AppParts {
  /** Where log lines go; by default to standard output. */
  log?: (line: LogLine) => void;
  /** Of what follows the log for those who listen. */
  pace?: ChangesPace;
  /** The directory of names, which may be filled already. */
  names?: KeptNames;
}

/** What the API is made of. */
@Module({})
export class AppModule {
  static for(platform: Platform, parts: AppParts = {}): DynamicModule {
    const { log, pace = usualPace, names: kept = keptNames(platform, log) } = parts;
    const { publicUrl, temporalUiOrigin, demo } = platform.config;
    const database = DatabaseModule.for(platform);
    const access = AccessModule.for([database]);
    const names = DirectoryModule.for(kept);
    const journeys = JourneysModule.for([database, names]);
    const marked = { 'x-lotse-demo': 'true' };
    const requests = new RequestCounts();
    const settings = {
      routes,
      publicUrl,
      version,
      bodies: new Map([[routes.reachMilestone, milestoneBody(platform.programmes.all)]]),
      translate,
      demonstration: demo,
      headers: () => (platform.sandbox ? marked : {}),
      observe: (request: AnsweredRequest) => requests.count(request),
      ...(temporalUiOrigin && { guests: [{ origin: temporalUiOrigin, paths: '/api/temporal-codec/' }] }),
      ...(log && { log }),
    };
    return {
      module: AppModule,
      imports: [
        HttpModule.for(settings, [access, journeys]),
        ChangesModule.for([access, database], pace, log),
        PagesModule.for([database, names, journeys]),
        CodecModule.for(platform.secrets.payloads),
        access,
        journeys,
        database,
        names,
      ],
      controllers: [
        HealthController,
        SystemController,
        MetricsController,
        ProgrammesController,
        ImportsController,
        CaughtMailsController,
        PagesController,
        MailPageController,
      ],
      providers: [HealthOfParts, CaughtMails, { provide: RequestCounts, useValue: requests }],
    };
  }
}
