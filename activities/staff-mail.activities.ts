import type { StaffMailActs, StaffMailAsked } from './ports.js';
import { quietly } from './quietly.js';

/** The activities of the staff's mail, over whoever carries them out; `tell` takes what went wrong. */
export const createStaffMailActivities = (acts: StaffMailActs, tell: (error: unknown) => void) => ({
  dueAccounts: (asked: { generation: number }) => quietly(() => acts.dueAccounts(asked), tell),
  sendStaffMail: (asked: StaffMailAsked) => quietly(() => acts.sendStaffMail(asked), tell),
  nextStaffMail: () => quietly(() => acts.nextStaffMail(), tell),
});

export type StaffMailActivities = ReturnType<typeof createStaffMailActivities>;
