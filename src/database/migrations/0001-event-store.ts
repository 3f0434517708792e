import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendFunctions } from './sql/append.js';
import { eventStoreTables } from './sql/event-store-tables.js';
import { readingFunctions } from './sql/reading.js';
import { roles } from './sql/roles.js';

/** The log: streams, events, keys, the append function, and the roles that may not change what has happened. */
export class EventStore1795471200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [roles, eventStoreTables, appendFunctions, readingFunctions]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('The event log is never taken back: restore a backup instead.');
  }
}
