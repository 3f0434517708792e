import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { ActsController } from './acts/acts.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { FiguresController } from './figures/figures.controller.js';
import { FlowFiguresReader } from './figures/flow-figures.js';
import { HorizonFiguresReader } from './figures/horizon-figures.js';
import { PastDays } from './figures/past/past-days.js';
import { PastFiguresReader } from './figures/past/past-figures.js';
import { WorkloadFiguresReader } from './figures/workload-figures.js';
import { MessageFiguresReader } from './messages/message-figures.js';
import { MessageList } from './messages/message-list.js';
import { MessagesController } from './messages/messages.controller.js';
import { SteeringController } from './messages/steering.controller.js';
import { FlagList } from './stuck/flag-list.js';
import { StuckController } from './stuck/stuck.controller.js';
import { StuckFiguresReader } from './stuck/stuck-figures.js';
import { DoneToday } from './today/done-today.js';
import { BulkController } from './bulk/bulk.controller.js';
import { TodayController } from './today/today.controller.js';
import { TodayList } from './today/today-list.js';
import { ViewsController } from './views/views.controller.js';

/** What the web pages are told beside the journeys themselves. */
@Module({})
export class PagesModule {
  /** @param imports modules that export PLATFORM, SQL, Names, and what reads journeys */
  static for(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: PagesModule,
      imports,
      controllers: [
        ActsController,
        TodayController,
        StuckController,
        FiguresController,
        MessagesController,
        SteeringController,
        ViewsController,
        BulkController,
        ExportsController,
      ],
      providers: [
        DoneToday,
        TodayList,
        FlagList,
        StuckFiguresReader,
        HorizonFiguresReader,
        FlowFiguresReader,
        WorkloadFiguresReader,
        PastDays,
        PastFiguresReader,
        MessageList,
        MessageFiguresReader,
      ],
    };
  }
}
