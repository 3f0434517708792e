/** The little of a database that services ask for; a pg pool and a pg client both have it. */
export interface Sql {
  query<T extends object>(text: string, values?: unknown[]): Promise<{ rows: T[] }>;
  /** A named statement is planned once per connection: for what is asked all the time. */
  query<T extends object>(statement: {
    name: string;
    text: string;
    values: unknown[];
  }): Promise<{ rows: T[] }>;
}
export const SQL = Symbol('Sql');
