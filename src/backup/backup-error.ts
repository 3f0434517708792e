/** Why a backup can't be made or brought back: what was found, what is expected, the way out. One line. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
