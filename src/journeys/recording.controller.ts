import { Controller, Inject } from '@nestjs/common';
import { journeyRoutes as routes } from '../../contract/routes/journeys.js';
import type { InputOf, RouteEntry } from '../../contract/routes/route.js';
import type { Command } from '../../domain/journey/commands/index.js';
import { Input, JourneyOfPath } from '../http/input.js';
import type { FoundJourney } from '../http/ports.js';
import { Route } from '../http/route.js';
import { PLATFORM, type Platform } from '../platform.js';
import { Coaches } from './coaches.js';
import { CurrentReader } from './current-reader.js';
import { given } from './given.js';
import { JourneyCommands } from './journey-commands.js';
import type { Reader } from './journey-reader.js';
import { checkedData } from './milestone-data.js';
import { refuseOwnRoute } from './own-route.js';

/** What people record in a journey: one method, one command. */
@Controller()
export class RecordingController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly commands: JourneyCommands,
    private readonly coaches: Coaches,
  ) {}

  @Route(routes.reachMilestone)
  reachMilestone(
    @Input() input: InputOf<typeof routes.reachMilestone>,
    @JourneyOfPath() { programme }: FoundJourney,
    @CurrentReader() reader: Reader,
  ) {
    const { milestone, on, note } = input.body;
    const { id = '' } = input.params;
    refuseOwnRoute(id, milestone);
    const data = checkedData(this.platform.programmes.of(programme), input.body);
    const command: Command = { type: 'ReachMilestone', milestone, on, data, ...given({ note }) };
    return this.record(routes.reachMilestone, command, input, reader);
  }

  @Route(routes.recordDocument)
  recordDocument(@Input() input: InputOf<typeof routes.recordDocument>, @CurrentReader() reader: Reader) {
    const { corrects, ...paper } = input.body;
    const command: Command = { type: 'RecordDocument', paper: given(paper), ...given({ corrects }) };
    return this.record(routes.recordDocument, command, input, reader);
  }

  @Route(routes.closeJourney)
  close(@Input() input: InputOf<typeof routes.closeJourney>, @CurrentReader() reader: Reader) {
    const command: Command = { type: 'CloseJourney', ...given(input.body) };
    return this.record(routes.closeJourney, command, input, reader);
  }

  @Route(routes.reopenJourney)
  reopen(@Input() input: InputOf<typeof routes.reopenJourney>, @CurrentReader() reader: Reader) {
    const command: Command = { type: 'ReopenJourney', ...given(input.body) };
    return this.record(routes.reopenJourney, command, input, reader);
  }

  @Route(routes.assignCoach)
  async assignCoach(@Input() input: InputOf<typeof routes.assignCoach>, @CurrentReader() reader: Reader) {
    const { coach } = input.body;
    const named = coach === null ? { coach } : await this.coaches.named(coach);
    return this.record(routes.assignCoach, { type: 'AssignCoach', ...named }, input, reader);
  }

  private record(route: RouteEntry, command: Command, input: InputOf<RouteEntry>, reader: Reader) {
    const { id = '' } = input.params as { id?: string };
    return this.commands.record(id, command, { account: reader.account, route, input }, reader);
  }
}
