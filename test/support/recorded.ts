import type { JourneyEvent, RecordedEvent } from '../../domain/journey/events.js';

/** An event as the log would give it back, where the test is not about what the log adds. */
export const recordedAs = (event: JourneyEvent, added: Partial<RecordedEvent> = {}): RecordedEvent =>
  ({
    id: 'a7a6a7ce-6f1a-4a0e-8f43-6a55c1f2d001',
    version: 1,
    schemaVersion: 1,
    commandId: 'a7a6a7ce-6f1a-4a0e-8f43-6a55c1f2d002',
    correlationId: 'a7a6a7ce-6f1a-4a0e-8f43-6a55c1f2d002',
    causationId: 'a7a6a7ce-6f1a-4a0e-8f43-6a55c1f2d002',
    actor: { kind: 'person', id: 'a7a6a7ce-6f1a-4a0e-8f43-6a55c1f2d003', role: 'coach' },
    occurredAt: '2026-11-23T07:30:00.000Z',
    recordedAt: '2026-11-23T07:30:00.000Z',
    erased: [],
    ...event,
    ...added,
  }) as RecordedEvent;
