/** The application's role, which appends and reads, and the import role, which may say when something was recorded. */
export type DatabaseRole = 'app' | 'import';

/** The name of a role in the database of a URL: roles belong to the cluster, so they carry the database's name. */
export function roleName(databaseUrl: string, role: DatabaseRole): string {
  return `${databaseName(databaseUrl)}_${role}`;
}

/** The database that a URL names. */
export const databaseName = (databaseUrl: string): string =>
  decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
