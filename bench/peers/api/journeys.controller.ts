import { randomUUID } from 'node:crypto';
import {
  Body,
  ConflictException,
  Controller,
  Get,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  UseGuards,
} from '@nestjs/common';
import { milestoneBody, type MilestoneBody } from '../journey/command.js';
import { registered } from '../journey/state.js';
import { viewOf, type JourneyView } from '../journey/view.js';
import { Journeys, Refused } from './journeys.js';
import { TokenGuard, type SignedIn } from './token.guard.js';

/** The one job that is measured, and what it needs. */
@Controller('journeys')
@UseGuards(TokenGuard)
export class JourneysController {
  constructor(private readonly journeys: Journeys) {}

  @Post()
  async open(): Promise<JourneyView> {
    const id = randomUUID();
    await this.journeys.open(id);
    return viewOf(id, registered);
  }

  @Post(':id/milestones')
  async record(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: milestoneBody }) body: MilestoneBody,
    @Req() { account }: SignedIn,
  ): Promise<JourneyView> {
    try {
      const command = { ...body, by: account.email, at: new Date().toISOString() };
      return viewOf(id, await this.journeys.record(id, command));
    } catch (error) {
      throw error instanceof Refused ? new ConflictException(error.message) : error;
    }
  }

  @Get(':id')
  async read(@Param('id', ParseUUIDPipe) id: string): Promise<JourneyView> {
    const state = await this.journeys.read(id);
    if (!state) throw new NotFoundException();
    return viewOf(id, state);
  }
}
