/** The server is starting, stopping or full, or the connection broke (SQLSTATE classes 08 and 57P, 53300). */
const AWAY_STATE = /^(08...|57P0[1-3]|53300)$/;
const AWAY_CODE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
/** pg gives these no code. */
const AWAY_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that PostgreSQL can't be reached just now, as opposed to a query that is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall, driverError } = error as {
    code?: unknown;
    syscall?: unknown;
    driverError?: unknown;
  };
  if (driverError !== undefined) return isDatabaseAway(driverError);
  if (typeof code === 'string' && AWAY_STATE.test(code)) return true;
  // a file that is missing has a code too, but its system call is not that of a socket
  const ofSocket =
    syscall === undefined || ['connect', 'read', 'write', 'getaddrinfo'].includes(String(syscall));
  if (typeof code === 'string' && AWAY_CODE.has(code) && ofSocket) return true;
  return AWAY_MESSAGE.test(error.message);
}
