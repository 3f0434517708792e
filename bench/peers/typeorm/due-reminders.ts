import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DataSource, IsNull, LessThanOrEqual } from 'typeorm';
import { ReminderEntity } from './entities.js';

/** Looks for what is due: no timer outlasts anything here, a row is found when somebody looks. */
@Injectable()
export class DueReminders {
  constructor(private readonly database: DataSource) {}

  /** @returns how many were sent */
  @Cron(CronExpression.EVERY_10_SECONDS, { waitForCompletion: true })
  send(): Promise<number> {
    return this.database.transaction(async (manager) => {
      const due = await manager.find(ReminderEntity, {
        where: { sentAt: IsNull(), dueAt: LessThanOrEqual(new Date()) },
        order: { dueAt: 'ASC' },
        take: 100,
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const sentAt = new Date();
      await manager.save(due.map((reminder) => Object.assign(reminder, { sentAt })));
      return due.length;
    });
  }
}
