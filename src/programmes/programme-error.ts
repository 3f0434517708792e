/** A definition that can't be used; the message is one line with file, line and reason. */
export class ProgrammeError extends Error {
  override readonly name = 'ProgrammeError';
}
