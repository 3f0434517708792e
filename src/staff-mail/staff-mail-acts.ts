import { fenced, type StaffMailActs } from '../../activities/ports.js';
import { nextStaffMail } from '../../domain/staff-mail/next-mail.js';
import type { Windows } from '../../domain/deadlines/windows.js';
import { Fenced } from '../journeys/outcomes.js';
import { AccountStreams } from './account-stream.js';
import { dueMails, nextAgain, settleNotices } from './due-mails.js';
import { sendStaffMail, type StaffMailParts } from './send-staff-mail.js';

/**
 * Carries out what the staff's workflow asks for.
 * @param generation the installation's: a workflow of an older one has to stop
 */
export function staffMailActs(parts: StaffMailParts, generation: () => Promise<number>): StaffMailActs {
  const { sql, clock, programmes } = parts;
  const streams = new AccountStreams(sql, clock);
  const windows = (): Windows => programmes.planning(programmes.current.key);
  return {
    async dueAccounts(asked) {
      if (asked.generation < (await generation())) return fenced;
      const now = await clock.now();
      await settleNotices(sql, now);
      return dueMails(sql, now, windows());
    },
    async sendStaffMail(asked) {
      try {
        await sendStaffMail(parts, streams, asked);
        return 'done';
      } catch (error) {
        if (error instanceof Fenced) return fenced;
        throw error;
      }
    },
    async nextStaffMail() {
      const now = await clock.now();
      await settleNotices(sql, now);
      const next = nextStaffMail(now, await nextAgain(sql), windows());
      return next && clock.toTemporal(next);
    },
  };
}
