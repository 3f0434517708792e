import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MilestoneKey, Phase } from '../journey/state.js';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('text')
  email!: string;
}

@Entity('journey')
export class JourneyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  phase!: Phase;

  @Column('date', { nullable: true })
  reviewDueOn!: string | null;
}

@Entity('milestone')
export class MilestoneEntity {
  @PrimaryColumn('uuid')
  journeyId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('text')
  milestone!: MilestoneKey;

  @Column('date')
  onDay!: string;

  @Column('jsonb')
  data!: object;

  @Column('text')
  recordedBy!: string;

  @Column('timestamptz')
  recordedAt!: Date;
}

/** A reminder: the row is the timer. */
@Entity('reminder')
@Index(['dueAt'], { where: '"sentAt" IS NULL' })
export class ReminderEntity {
  @PrimaryColumn('uuid')
  journeyId!: string;

  @PrimaryColumn('date')
  dueOn!: string;

  @PrimaryColumn('integer')
  daysBefore!: number;

  @Column('timestamptz')
  dueAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;
}
