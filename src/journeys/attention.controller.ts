import { Controller, Inject } from '@nestjs/common';
import { attentionRoutes as routes } from '../../contract/routes/attention.js';
import type { InputOf, RouteEntry } from '../../contract/routes/route.js';
import type { Command } from '../../domain/journey/commands/index.js';
import { ItemsOfLists } from '../acts/items-of-lists.js';
import { Input } from '../http/input.js';
import { notFound } from '../http/problems.js';
import { Route } from '../http/route.js';
import { PLATFORM, type Platform } from '../platform.js';
import { CurrentReader } from './current-reader.js';
import { given } from './given.js';
import { deadlineConditions, taskConditions } from './item-conditions.js';
import { journeyOfItem, type ItemKind } from './item-scope.js';
import { ItemsAcross } from './items-across.js';
import { JourneyCommands } from './journey-commands.js';
import type { Reader } from './journey-reader.js';

/** Deadlines and tasks across journeys, and what people do about them. */
@Controller()
export class AttentionController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly items: ItemsAcross,
    private readonly listed: ItemsOfLists,
    private readonly commands: JourneyCommands,
  ) {}

  @Route(routes.listDeadlines)
  async listDeadlines(
    @Input() { query }: InputOf<typeof routes.listDeadlines>,
    @CurrentReader() reader: Reader,
  ) {
    const itemOf = await this.listed.deadlines(reader, query.actions === 'true');
    const { all } = this.platform.programmes;
    return this.items.page('deadline', query, reader, itemOf, (value) =>
      deadlineConditions(query, all, value),
    );
  }

  @Route(routes.listTasks)
  async listTasks(@Input() { query }: InputOf<typeof routes.listTasks>, @CurrentReader() reader: Reader) {
    const itemOf = await this.listed.tasks(reader, query.actions === 'true');
    return this.items.page('task', query, reader, itemOf, (value) => taskConditions(query, value));
  }

  @Route(routes.verifyDeadline)
  verify(@Input() input: InputOf<typeof routes.verifyDeadline>, @CurrentReader() reader: Reader) {
    const { id: deadline = '' } = input.params;
    const command: Command = { type: 'VerifyDeadline', deadline, ...input.body };
    return this.record(routes.verifyDeadline, 'deadline', command, input, reader);
  }

  @Route(routes.doTask)
  doTask(@Input() input: InputOf<typeof routes.doTask>, @CurrentReader() reader: Reader) {
    const { id: task = '' } = input.params;
    const command: Command = { type: 'DoTask', task, ...given(input.body) };
    return this.record(routes.doTask, 'task', command, input, reader);
  }

  @Route(routes.snoozeFlag)
  snooze(@Input() input: InputOf<typeof routes.snoozeFlag>, @CurrentReader() reader: Reader) {
    const { id: flag = '' } = input.params;
    const command: Command = { type: 'SnoozeFlag', flag, ...input.body };
    return this.record(routes.snoozeFlag, 'flag', command, input, reader);
  }

  @Route(routes.reopenTask)
  reopenTask(@Input() input: InputOf<typeof routes.reopenTask>, @CurrentReader() reader: Reader) {
    const { id: task = '' } = input.params;
    return this.record(routes.reopenTask, 'task', { type: 'ReopenTask', task }, input, reader);
  }

  @Route(routes.wakeFlag)
  wakeFlag(@Input() input: InputOf<typeof routes.wakeFlag>, @CurrentReader() reader: Reader) {
    const { id: flag = '' } = input.params;
    return this.record(routes.wakeFlag, 'flag', { type: 'WakeFlag', flag }, input, reader);
  }

  /** Tells the coach: answers the journey; a second time on the same day says nothing new. */
  @Route(routes.remindCoach)
  remindCoach(@Input() input: InputOf<typeof routes.remindCoach>, @CurrentReader() reader: Reader) {
    const { id: flag = '' } = input.params;
    return this.record(routes.remindCoach, 'flag', { type: 'RemindCoach', flag }, input, reader);
  }

  private async record(
    route: RouteEntry,
    kind: ItemKind,
    command: Command,
    input: InputOf<RouteEntry>,
    reader: Reader,
  ) {
    const { id = '' } = input.params as { id?: string };
    const journey = await journeyOfItem(this.platform.sql, kind, id);
    // its reason may have gone between the check of the scope and now
    if (journey === undefined) throw notFound();
    return this.commands.record(journey, command, { account: reader.account, route, input }, reader);
  }
}
