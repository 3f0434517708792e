import { z } from 'zod';

/** How an account likes its pages. */
export const settings = z.strictObject({
  language: z.enum(['de', 'en']).optional(),
  colours: z.enum(['auto', 'light', 'dark']).optional(),
  density: z.enum(['compact', 'comfortable']).optional(),
  /** Keys such as `j` without Ctrl (WCAG 2.1.4: they can be switched off). */
  singleKeys: z.boolean().optional(),
});
export type Settings = z.infer<typeof settings>;

/** What the page to sign in has to know. */
export const sessionOptions = z.strictObject({
  /** Roles that one click signs in as; empty but in a demonstration. */
  demonstration: z.array(z.enum(['coach', 'coordinator', 'admin'])),
  /** After so many minutes without a request a session ends. */
  idleMinutes: z.int(),
  /** Whom to call when a password is forgotten. */
  officePhone: z.string().optional(),
});
export type SessionOptions = z.infer<typeof sessionOptions>;

/** A colleague as pickers and lists name her. */
export const colleague = z.strictObject({
  email: z.string(),
  name: z.string(),
  role: z.enum(['coach', 'coordinator', 'admin']),
  communes: z.array(z.string()).nullable(),
});
export type Colleague = z.infer<typeof colleague>;
