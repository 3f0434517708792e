import { Controller } from '@nestjs/common';
import { pageRoutes } from '../../contract/routes/pages.js';
import type { InputOf } from '../../contract/routes/route.js';
import { Input } from '../http/input.js';
import { Route } from '../http/route.js';
import { CurrentReader } from '../journeys/current-reader.js';
import type { Reader } from '../journeys/journey-reader.js';
import { FlowFiguresReader } from './flow-figures.js';
import { HorizonFiguresReader } from './horizon-figures.js';
import { PastFiguresReader } from './past/past-figures.js';
import { WorkloadFiguresReader } from './workload-figures.js';

/** What a coordinator sees of the region at once: numbers, each of which opens the list that it counts. */
@Controller()
export class FiguresController {
  constructor(
    private readonly horizonFigures: HorizonFiguresReader,
    private readonly flowFigures: FlowFiguresReader,
    private readonly workloadFigures: WorkloadFiguresReader,
    private readonly pastFigures: PastFiguresReader,
  ) {}

  @Route(pageRoutes.countHorizon)
  horizon(@Input() { query }: InputOf<typeof pageRoutes.countHorizon>, @CurrentReader() reader: Reader) {
    return this.horizonFigures.show(query, reader);
  }

  @Route(pageRoutes.countFlow)
  flow(@Input() { query }: InputOf<typeof pageRoutes.countFlow>, @CurrentReader() reader: Reader) {
    return this.flowFigures.show(query, reader);
  }

  @Route(pageRoutes.countWorkload)
  workload(@Input() { query }: InputOf<typeof pageRoutes.countWorkload>, @CurrentReader() reader: Reader) {
    return this.workloadFigures.show(query, reader);
  }

  /** Answers within a moment: the figures, or how many journeys have been reckoned so far. 422 for a day that is not over. */
  @Route(pageRoutes.countPast)
  past(@Input() { query }: InputOf<typeof pageRoutes.countPast>, @CurrentReader() reader: Reader) {
    return this.pastFigures.show(query, reader);
  }
}
