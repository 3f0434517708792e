import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import { Journeys, Refused, type Account, type Accounts } from '../api/journeys.js';
import { decide, refusal } from '../journey/decide.js';
import type { RecordMilestone } from '../journey/command.js';
import { registered, type JourneyState } from '../journey/state.js';
import { AccountEntity, JourneyEntity, MilestoneEntity, ReminderEntity } from './entities.js';

/** A milestone is one transaction that holds the journey's row. */
export class TypeOrmJourneys extends Journeys implements Accounts {
  constructor(private readonly database: DataSource) {
    super();
  }

  async open(id: string): Promise<void> {
    await this.database.getRepository(JourneyEntity).insert({ ...registered, id });
  }

  record(id: string, command: RecordMilestone): Promise<JourneyState> {
    return this.database.transaction(async (manager) => {
      const row = await manager.findOneOrFail(JourneyEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      // what may come depends on the phase alone: the reminders are not read for it
      const state: JourneyState = { version: row.version, phase: row.phase };
      const refused = refusal(state, command);
      if (refused !== undefined) throw new Refused(refused);
      const after = decide(state, command);
      await write(manager, id, after, command);
      return after;
    });
  }

  async read(id: string): Promise<JourneyState | undefined> {
    const [row, reminders] = await Promise.all([
      this.database.getRepository(JourneyEntity).findOneBy({ id }),
      this.database
        .getRepository(ReminderEntity)
        .find({ where: { journeyId: id, sentAt: IsNull() }, order: { dueAt: 'ASC' } }),
    ]);
    if (!row) return undefined;
    const { version, phase, reviewDueOn: dueOn } = row;
    const ahead = reminders.map(({ daysBefore, dueAt }) => ({ daysBefore, at: dueAt.toISOString() }));
    return { version, phase, ...(dueOn && { review: { dueOn, reminders: ahead } }) };
  }

  async byTokenHash(tokenHash: Buffer): Promise<Account | undefined> {
    return (await this.database.getRepository(AccountEntity).findOneBy({ tokenHash })) ?? undefined;
  }
}

async function write(
  manager: EntityManager,
  journeyId: string,
  { version, phase, review }: JourneyState,
  { milestone, on, data, by, at }: RecordMilestone,
): Promise<void> {
  await manager.insert(MilestoneEntity, {
    journeyId,
    version,
    milestone,
    onDay: on,
    data,
    recordedBy: by,
    recordedAt: new Date(at),
  });
  await manager.update(JourneyEntity, journeyId, {
    version,
    phase,
    ...(review && { reviewDueOn: review.dueOn }),
  });
  if (!review) return;
  await manager.delete(ReminderEntity, { journeyId, sentAt: IsNull() });
  await manager.insert(
    ReminderEntity,
    review.reminders.map((reminder) => ({
      journeyId,
      dueOn: review.dueOn,
      daysBefore: reminder.daysBefore,
      dueAt: new Date(reminder.at),
    })),
  );
}
