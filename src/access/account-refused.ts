/** Why an account or token can't be made, in one line for the person at the command line. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
