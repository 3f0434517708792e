import { z } from 'zod';
import { page, paging } from './fields.js';
import type { RouteTable } from './route.js';

/** A delivery is named by its message id, which is opaque, and its number. It is a file's name too: no way leads out. */
export const caughtMailId = z.string().regex(/^[A-Za-z0-9@_+=-][A-Za-z0-9@._+=-]{0,199}\.[1-9]\d{0,8}$/);

const item = {
  id: caughtMailId,
  to: z.string(),
  subject: z.string(),
  sentAt: z.string(),
  /** In bytes, as it came over the wire. */
  size: z.int(),
};

/** Some lines of a mail in one language (BCP 47); neither where the mail does not say. */
const part = z.strictObject({
  text: z.string(),
  language: z.string().optional(),
  direction: z.enum(['ltr', 'rtl']).optional(),
});

/** A mail as it is read: its text, never its HTML. */
export const caughtMail = z.strictObject({
  ...item,
  from: z.string(),
  listUnsubscribe: z.string().optional(),
  ...part.shape,
  /** The same text, cut where the language changes. */
  parts: z.array(part),
});
export type CaughtMail = z.infer<typeof caughtMail>;

export const caughtMailItem = z.strictObject(item);
export type CaughtMailItem = z.infer<typeof caughtMailItem>;

const staff = ['coach', 'coordinator'] as const;

/**
 * What the embedded mail catcher holds; 404 `no-mail-catcher` where mail goes to a real server. Who sees a mail: whoever
 * sees its journey in full, as in `GET /messages`; of the mails to staff everybody her own. A coordinator of the whole
 * region sees every one, those of no journey too. An administrator sees none: they are of journeys.
 */
export const caughtMailRoutes = {
  listCaughtMails: {
    method: 'GET',
    path: '/api/v1/caught-mails',
    summary: 'Mails that were caught instead of sent, the newest first',
    permission: { roles: staff, scope: 'list' },
    query: z.strictObject(paging),
    answer: page(caughtMailItem),
    status: 200,
    examples: { query: { limit: '20' } },
  },
  showCaughtMail: {
    method: 'GET',
    path: '/api/v1/caught-mails/:id',
    summary: 'A caught mail, as text',
    permission: { roles: staff, scope: 'none', idOf: 'mail' },
    params: z.strictObject({ id: caughtMailId }),
    answer: caughtMail,
    status: 200,
  },
} satisfies RouteTable;
