import { z } from 'zod';

/** Who may sign in today; commune leads, providers and auditors come later. */
export const role = z.enum(['coach', 'coordinator', 'admin']);
export type Role = z.infer<typeof role>;

/** The account behind a request, as `GET /me` shows it. `communes: null` is the whole region. */
export const me = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role,
  communes: z.array(z.string()).nullable(),
});
export type Me = z.infer<typeof me>;
