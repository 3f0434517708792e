import { Controller, Inject } from '@nestjs/common';
import { journeyRoutes as routes } from '../../contract/routes/journeys.js';
import type { InputOf, RouteEntry } from '../../contract/routes/route.js';
import type { Command } from '../../domain/journey/commands/index.js';
import { CurrentAccount, Input } from '../http/input.js';
import type { Account } from '../http/ports.js';
import { Route } from '../http/route.js';
import { PLATFORM, type Platform } from '../platform.js';
import { Coaches } from './coaches.js';
import { given } from './given.js';
import { JourneyCommands } from './journey-commands.js';
import { JourneyReader } from './journey-reader.js';
import { checkedData } from './milestone-data.js';
import { refuseOwnRoute } from './own-route.js';
import { ReaderLanguage, type Language } from './views/language.js';

/** What people record in a journey: one method, one command. */
@Controller()
export class RecordingController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly commands: JourneyCommands,
    private readonly reader: JourneyReader,
    private readonly coaches: Coaches,
  ) {}

  @Route(routes.reachMilestone)
  async reachMilestone(
    @Input() input: InputOf<typeof routes.reachMilestone>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    const { milestone, on, note } = input.body;
    const { id = '' } = input.params;
    refuseOwnRoute(id, milestone);
    const data = checkedData(await this.programmeOf(id), input.body);
    const command: Command = { type: 'ReachMilestone', milestone, on, data, ...given({ note }) };
    return this.record(routes.reachMilestone, command, input, { account, language });
  }

  @Route(routes.recordDocument)
  recordDocument(
    @Input() input: InputOf<typeof routes.recordDocument>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    const { corrects, ...paper } = input.body;
    const command: Command = { type: 'RecordDocument', paper: given(paper), ...given({ corrects }) };
    return this.record(routes.recordDocument, command, input, { account, language });
  }

  @Route(routes.closeJourney)
  close(
    @Input() input: InputOf<typeof routes.closeJourney>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    const command: Command = { type: 'CloseJourney', ...given(input.body) };
    return this.record(routes.closeJourney, command, input, { account, language });
  }

  @Route(routes.reopenJourney)
  reopen(
    @Input() input: InputOf<typeof routes.reopenJourney>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    const command: Command = { type: 'ReopenJourney', ...given(input.body) };
    return this.record(routes.reopenJourney, command, input, { account, language });
  }

  @Route(routes.assignCoach)
  async assignCoach(
    @Input() input: InputOf<typeof routes.assignCoach>,
    @CurrentAccount() account: Account,
    @ReaderLanguage() language: Language,
  ) {
    const { coach } = input.body;
    const named = coach === null ? { coach } : await this.coaches.named(coach);
    return this.record(routes.assignCoach, { type: 'AssignCoach', ...named }, input, { account, language });
  }

  private async record(
    route: RouteEntry,
    command: Command,
    input: InputOf<RouteEntry>,
    { account, language }: { account: Account; language: Language },
  ) {
    const { id = '' } = input.params as { id?: string };
    const origin = this.commands.originOf({ account, route, input });
    const state = await this.commands.carryOut(id, command, origin);
    return this.reader.full(state, { account, language });
  }

  private async programmeOf(journey: string) {
    const { rows } = await this.platform.sql.query<{ programme: string }>(
      'SELECT programme FROM rm.journey WHERE id = $1',
      [journey],
    );
    return this.platform.programmes.of(rows[0]?.programme ?? '');
  }
}
