import { z } from 'zod';
import { colleague, settings } from './pages/settings.js';

/** Who may sign in today; commune leads, providers and auditors come later. */
export const role = z.enum(['coach', 'coordinator', 'admin']);
export type Role = z.infer<typeof role>;

/** The account behind a request, as `GET /me` shows it, with what its pages need. `communes: null` is the whole region. */
export const me = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role,
  communes: z.array(z.string()).nullable(),
  /** The day in Berlin by the server's clock: every countdown counts from it. */
  today: z.iso.date(),
  /** `own`: a coach's journeys are her own; `region`: all that lie in her communes; `none`: an admin sees no journey. */
  scope: z.enum(['own', 'region', 'none']),
  /** Whose journeys she looks after as a deputy. */
  deputyFor: z.array(colleague),
  /** 32 bytes, base64: the pages seal unsent texts with it on her own machine. The server keeps it nowhere. */
  draftKey: z.base64(),
  settings,
  /** Invented people only; nothing leaves this machine. */
  demonstration: z.boolean(),
  /** Whether mail is caught instead of sent. */
  mailCatcher: z.boolean(),
  /** The one that new journeys enter. */
  programme: z.strictObject({ key: z.string(), version: z.int() }),
});
export type Me = z.infer<typeof me>;
