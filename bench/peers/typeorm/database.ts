import { createHash } from 'node:crypto';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { AccountEntity, JourneyEntity, MilestoneEntity, ReminderEntity } from './entities.js';

/** How the peer reaches its database. */
export const databaseOf = (url: string): DataSourceOptions => ({
  type: 'postgres',
  url,
  poolSize: 16,
  entities: [AccountEntity, JourneyEntity, MilestoneEntity, ReminderEntity],
});

/** Makes the tables and the one account. */
export async function prepareDatabase(url: string, token: string): Promise<void> {
  const database = await new DataSource({ ...databaseOf(url), synchronize: true }).initialize();
  const tokenHash = createHash('sha256').update(token).digest();
  await database.getRepository(AccountEntity).insert({ tokenHash, email: 'coach@example.org' });
  await database.destroy();
}
