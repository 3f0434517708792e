/** The exit code with which a process says that its environment is wrong (EX_CONFIG of sysexits.h). */
export const exitCodeForConfig = 78;

/** A wrong environment. The message is one line: the variable, what it got, what it takes; never a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
