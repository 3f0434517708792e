/** The trace that a UUID (a request's id, a command's correlation id) names: its 32 hex digits. */
export const traceOfUuid = (uuid: string): string => uuid.replaceAll('-', '').toLowerCase();

/** The UUID of which a trace's 32 hex digits are. */
export const uuidOfTrace = (trace: string): string =>
  trace.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
