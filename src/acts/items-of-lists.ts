import { Inject, Injectable } from '@nestjs/common';
import type { Act } from '../../contract/pages/act.js';
import type { DeadlineItem, TaskItem } from '../../contract/pages/lists.js';
import { deadlinesIn } from '../../domain/deadlines/agenda.js';
import { agendaOf, type JourneyState } from '../../domain/journey/state.js';
import type { Reader } from '../journeys/journey-reader.js';
import { deadlinesOf } from '../journeys/views/deadline-view.js';
import { whereaboutsOf } from '../journeys/views/journey-of-item.js';
import { taskViews } from '../journeys/views/task-view.js';
import type { ViewContext } from '../journeys/views/view-context.js';
import { PLATFORM, type Platform } from '../platform.js';
import { actsAbout } from './acts-about.js';
import { benchOf, type Bench } from './bench.js';
import { coachOptions } from './coach-options.js';
import { possible } from './offer.js';
import { remediesOfDeadline, remediesOfTask } from './remedies.js';

/** An item of a list by its id, out of the state of its journey; `undefined` where it is not there. */
export type ItemOf<Item> = (state: JourneyState, context: ViewContext, id: string) => Item | undefined;

/** What can be done about an item, where that is asked for. */
type Acts = (
  state: JourneyState,
  context: ViewContext,
  judge: (bench: Bench) => readonly Act[],
) => { actions: Act[] } | undefined;

/** Makes the items of lists across journeys: as their journey shows them, with its whereabouts and what can be done. */
@Injectable()
export class ItemsOfLists {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** @param actions whether what can be done is asked for */
  async deadlines(reader: Reader, actions: boolean): Promise<ItemOf<DeadlineItem>> {
    const acts: Acts = actions ? await this.acts(reader) : () => undefined;
    return (state, context, id) => {
      const [view] = deadlinesOf(state, context, id);
      const found = acts(state, context, (bench) => {
        const fact = deadlinesIn(agendaOf(state)).find((each) => each.id === id);
        return fact ? actsAbout(fact, remediesOfDeadline, bench) : [];
      });
      return view && { ...view, ...whereaboutsOf(state, context), ...found };
    };
  }

  /** @param actions whether what can be done is asked for */
  async tasks(reader: Reader, actions: boolean): Promise<ItemOf<TaskItem>> {
    const acts: Acts = actions ? await this.acts(reader) : () => undefined;
    return (state, context, id) => {
      const view = taskViews(state, context).find((each) => each.id === id);
      const found = acts(state, context, (bench) => {
        const fact = state.plain.tasks.find((each) => each.id === id);
        return fact ? possible(remediesOfTask(fact, bench), bench) : [];
      });
      return view && { ...view, ...whereaboutsOf(state, context), ...found };
    };
  }

  private async acts({ account }: Reader): Promise<Acts> {
    const coaches = account.role === 'coordinator' ? await coachOptions(this.platform.sql) : [];
    return (state, context, judge) => ({
      actions: [...judge(benchOf(state, context, account, coaches))],
    });
  }
}
