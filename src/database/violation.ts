const uniqueViolation = '23505'; // SQLSTATE

/** Whether the database refused a row because of that unique index. */
export function isViolationOf(error: unknown, constraint: string): boolean {
  const { code, constraint: found } = error as { code?: string; constraint?: string };
  return code === uniqueViolation && found === constraint;
}
