import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { PastFigures } from '../../../contract/pages/figures.js';
import { berlinDay } from '../../../domain/deadlines/berlin.js';
import type { Day } from '../../../domain/time.js';
import { invalidInput } from '../../http/problems.js';
import type { Placed } from '../../journeys/conditions.js';
import type { Reader } from '../../journeys/journey-reader.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { StuckFiguresReader } from '../../stuck/stuck-figures.js';
import { FlowFiguresReader } from '../flow-figures.js';
import { HorizonFiguresReader } from '../horizon-figures.js';
import { PastDays } from './past-days.js';

/** Whoever asks waits for so long; what takes longer is told with how far it is. */
const patienceMs = 250;

export interface AskedPast extends Placed {
  day: Day;
  by: PastFigures['by'];
}

/** The numbers of a region as they were known at the end of a past day. */
@Injectable()
export class PastFiguresReader {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly days: PastDays,
    private readonly stuck: StuckFiguresReader,
    private readonly horizon: HorizonFiguresReader,
    private readonly flow: FlowFiguresReader,
  ) {}

  /** @throws Problem 422 for a day that is not over, or of which no calendar tells the weeks around it */
  async show({ day, by, ...placed }: AskedPast, reader: Reader): Promise<PastFigures> {
    const { clock, programmes } = this.platform;
    const { firstYear } = programmes.planning(programmes.current.key).calendar;
    if (day >= berlinDay(await clock.now())) {
      throw wrongDay('day-not-over', 'found a day that is not over, expected one before today');
    }
    if (day < `${firstYear + 1}`) {
      throw wrongDay('day-too-early', `found a day before ${firstYear + 1}, expected a later one`);
    }
    const reckoning = this.days.get(day);
    const moment = await Promise.race([reckoning.moment, wait(patienceMs, undefined, { ref: false })]);
    const { done, of } = reckoning;
    if (!moment) return { day, by, done, of, figures: null };
    const unlessAside = { ...placed, snoozed: 'false', technical: 'false' } as const;
    const [stuck, horizon, flow] = await Promise.all([
      this.stuck.show(by, unlessAside, reader, moment),
      this.horizon.show(placed, reader, moment),
      this.flow.show(placed, reader, moment),
    ]);
    return { day, by, done, of, figures: { stuck, horizon, flow } };
  }
}

const wrongDay = (code: string, message: string) => invalidInput([{ pointer: '/day', code, message }]);
