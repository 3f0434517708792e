import { Controller } from '@nestjs/common';
import { recordRoutes as routes } from '../../contract/routes/records.js';
import type { InputOf, RouteEntry } from '../../contract/routes/route.js';
import type { Command } from '../../domain/journey/commands/index.js';
import { Input } from '../http/input.js';
import { Route } from '../http/route.js';
import { CurrentReader } from './current-reader.js';
import { given } from './given.js';
import { JourneyCommands } from './journey-commands.js';
import type { Reader } from './journey-reader.js';

/** What people record beside milestones and papers, and what they withdraw: one method, one command. */
@Controller()
export class RecordsController {
  constructor(private readonly commands: JourneyCommands) {}

  @Route(routes.requestRenewal)
  requestRenewal(@Input() input: InputOf<typeof routes.requestRenewal>, @CurrentReader() reader: Reader) {
    const command: Command = { type: 'RequestRenewal', ...given(input.body) };
    return this.record(routes.requestRenewal, command, input, reader);
  }

  @Route(routes.proposeModule)
  proposeModule(@Input() input: InputOf<typeof routes.proposeModule>, @CurrentReader() reader: Reader) {
    const command: Command = { type: 'ProposeModule', ...given(input.body) };
    return this.record(routes.proposeModule, command, input, reader);
  }

  @Route(routes.changeModule)
  changeModule(@Input() input: InputOf<typeof routes.changeModule>, @CurrentReader() reader: Reader) {
    const { moduleId: record = '' } = input.params;
    const command: Command = { type: 'ChangeModule', record, ...given(input.body) };
    return this.record(routes.changeModule, command, input, reader);
  }

  @Route(routes.recordContact)
  recordContact(@Input() input: InputOf<typeof routes.recordContact>, @CurrentReader() reader: Reader) {
    const command: Command = { type: 'RecordContact', ...given(input.body) };
    return this.record(routes.recordContact, command, input, reader);
  }

  @Route(routes.withdrawConsent)
  withdrawConsent(@Input() input: InputOf<typeof routes.withdrawConsent>, @CurrentReader() reader: Reader) {
    const command: Command = { type: 'WithdrawConsent', ...given(input.body) };
    return this.record(routes.withdrawConsent, command, input, reader);
  }

  @Route(routes.setOverlay)
  setOverlay(@Input() input: InputOf<typeof routes.setOverlay>, @CurrentReader() reader: Reader) {
    const command: Command = { type: 'SetOverlay', overlay: input.params.overlay, ...given(input.body) };
    return this.record(routes.setOverlay, command, input, reader);
  }

  @Route(routes.clearOverlay)
  clearOverlay(@Input() input: InputOf<typeof routes.clearOverlay>, @CurrentReader() reader: Reader) {
    const command: Command = { type: 'ClearOverlay', overlay: input.params.overlay };
    return this.record(routes.clearOverlay, command, input, reader);
  }

  @Route(routes.changeParticipant)
  changeParticipant(
    @Input() input: InputOf<typeof routes.changeParticipant>,
    @CurrentReader() reader: Reader,
  ) {
    const { language, secondLanguage, phone, email, channels, ...person } = input.body;
    const command: Command = {
      type: 'ChangeParticipant',
      person: given(person),
      contact: given({ language, secondLanguage, phone, email, channels }),
    };
    return this.record(routes.changeParticipant, command, input, reader);
  }

  @Route(routes.pauseJourney)
  pauseJourney(@Input() input: InputOf<typeof routes.pauseJourney>, @CurrentReader() reader: Reader) {
    const command: Command = { type: 'PauseJourney', ...given(input.body) };
    return this.record(routes.pauseJourney, command, input, reader);
  }

  @Route(routes.resumeJourney)
  resumeJourney(@Input() input: InputOf<typeof routes.resumeJourney>, @CurrentReader() reader: Reader) {
    const command: Command = { type: 'ResumeJourney', ...given(input.body) };
    return this.record(routes.resumeJourney, command, input, reader);
  }

  @Route(routes.withdrawRecord)
  withdrawRecord(@Input() input: InputOf<typeof routes.withdrawRecord>, @CurrentReader() reader: Reader) {
    const { kind, recordId: record } = input.params;
    const command: Command = { type: 'WithdrawRecord', kind, record, ...input.body };
    return this.record(routes.withdrawRecord, command, input, reader);
  }

  private record(route: RouteEntry, command: Command, input: InputOf<RouteEntry>, reader: Reader) {
    const { id = '' } = input.params as { id?: string };
    return this.commands.record(id, command, { account: reader.account, route, input }, reader);
  }
}
