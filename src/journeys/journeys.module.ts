import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { ActorNames } from '../access/actor-names.js';
import { ItemsOfLists } from '../acts/items-of-lists.js';
import { ACT_PERMISSION, JOURNEY_SCOPE } from '../http/ports.js';
import { AttentionController } from './attention.controller.js';
import { Coaches } from './coaches.js';
import { EventList } from './event-list.js';
import { ItemsAcross } from './items-across.js';
import { JourneyCounts } from './journey-counts.js';
import { JourneyCommands } from './journey-commands.js';
import { JourneyList } from './journey-list.js';
import { JourneyListsController } from './journey-lists.controller.js';
import { JourneyReader } from './journey-reader.js';
import { StoredJourneyScope } from './journey-scope.js';
import { JourneysController } from './journeys.controller.js';
import { NamedActs } from './named-acts.js';
import { JourneyOpening } from './open-journey.js';
import { OpenedPasts } from './opened-pasts.js';
import { OpenedStates } from './opened-states.js';
import { RecordingController } from './recording.controller.js';
import { RecordsController } from './records.controller.js';

/** Journeys over HTTP. */
@Module({})
export class JourneysModule {
  /** @param imports modules that export PLATFORM, SQL and Names */
  static for(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: JourneysModule,
      imports,
      controllers: [
        JourneysController,
        RecordingController,
        RecordsController,
        JourneyListsController,
        AttentionController,
      ],
      providers: [
        ActorNames,
        { provide: JOURNEY_SCOPE, useClass: StoredJourneyScope },
        { provide: ACT_PERMISSION, useClass: NamedActs },
        Coaches,
        EventList,
        ItemsAcross,
        ItemsOfLists,
        JourneyCommands,
        JourneyCounts,
        JourneyList,
        JourneyOpening,
        JourneyReader,
        OpenedPasts,
        OpenedStates,
      ],
      exports: [
        JOURNEY_SCOPE,
        ACT_PERMISSION,
        ActorNames,
        Coaches,
        JourneyCommands,
        JourneyCounts,
        JourneyList,
        JourneyReader,
      ],
    };
  }
}
