import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ApiModule, serve } from '../api/serve.js';
import { peerSettings, ready } from '../settings.js';
import { DueReminders } from './due-reminders.js';
import { databaseOf } from './database.js';
import { TypeOrmJourneys } from './typeorm-journeys.js';

@Module({ providers: [DueReminders] })
class RemindersModule {}

// One process, as the documentation of @nestjs/schedule has it.
const { databaseUrl, port } = peerSettings();
const database = await new DataSource(databaseOf(databaseUrl)).initialize();
const journeys = new TypeOrmJourneys(database);
const typeOrm = TypeOrmModule.forRootAsync({
  useFactory: () => databaseOf(databaseUrl),
  dataSourceFactory: async () => database,
});
const parts = [typeOrm, ScheduleModule.forRoot(), { module: RemindersModule }];
await serve(ApiModule.for(journeys, journeys, parts), port);
ready();
