/** The roles that an account can have, as they are listed. */
export const roles = ['coach', 'coordinator', 'admin'] as const;
