import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedStaffMailEvent } from '../../../domain/staff-mail/events.js';
import { evolveStaffMails, noStaffMails } from '../../../domain/staff-mail/state.js';
import { accountEventFromStored, accountEventToAppend } from '../../../src/event-store/stored-event.js';
import { goldenAccountEvents, type GoldenEvent } from '../golden-events.js';

const account = '7f1d2c64-3b8f-4b7e-8f1a-2f2f6f0a9c33';

/** The golden event as the table would hold it, made ready for the domain. */
function loaded({ type, schemaVersion, data }: GoldenEvent<unknown>, version = 1): RecordedStaffMailEvent {
  const id = `a7a6a7ce-6f1a-4a0e-8f43-${String(version).padStart(12, '0')}`;
  const at = '2026-11-23T06:30:00.000Z';
  return accountEventFromStored({
    streamId: account,
    version,
    eventId: id,
    type: String(type),
    schemaVersion,
    data,
    sealed: {},
    ownerId: null,
    actor: { kind: 'engine', id: 'engine' },
    commandId: id,
    correlationId: id,
    causationId: id,
    occurredAt: at,
    recordedAt: at,
  });
}

describe('the golden files of an account', () => {
  it.each(goldenAccountEvents)(
    'load $type of version $schemaVersion, which is written as it was',
    (golden) => {
      const event = loaded(golden);
      expect(event).toMatchObject({ type: golden.type, plain: golden.data });
      expect(golden.parts).toEqual({}); // nothing of a person, so nothing is sealed
      expect(accountEventToAppend(event)).toMatchObject({ type: golden.type, data: golden.data });
    },
  );

  it('fold in the order in which they can happen', () => {
    const [deferred, failed, sending, sent] = goldenAccountEvents;
    const state = [sending, deferred, sending, sent, failed].reduce(
      (folded, golden, index) =>
        golden && index < 4 ? evolveStaffMails(folded, loaded(golden, index + 1)) : folded,
      noStaffMails(),
    );
    expect(Object.values(state.mails)).toMatchObject([
      { kind: 'morning', day: '2026-11-23', state: 'sent', attempt: 1, notices: sending?.data['notices'] },
    ]);
    expect(state.version).toBe(4);
  });

  it('fold in any order, repeated, without changing what was loaded', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...goldenAccountEvents), { maxLength: 20 }), (golden) => {
        const events = golden.map((each, index) => loaded(each, index + 1));
        const before = structuredClone(events);
        const state = events.reduce(evolveStaffMails, noStaffMails());
        expect(events).toEqual(before);
        expect(state.version).toBe(events.length);
        const reached = Object.values(state.mails).map((mail) => mail.state);
        const wasClaimed = events.some(({ type }) => type === 'StaffMailSending');
        expect(reached).toHaveLength(wasClaimed ? 1 : 0); // an outcome of nothing says nothing
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });
});
