import { ConfigError, exitCodeForConfig } from './config/config-error.js';
import { readConfig } from './config/config.js';
import { examples, passwordOf } from './demonstration/colleagues.js';
import { makeDemonstration } from './demonstration/make.js';
import { whenStarterIsGone } from './embedded/starter-gone.js';
import { logToStdout, surviveFullLog, traceOf } from './http/log.js';
import { createPlatform } from './platform.js';
import { ProgrammeError } from './programmes/programme-error.js';

// A process that runs before the others where this is a demonstration: it fills an empty database, and says who may
// sign in. It tells its starter how far it is.

surviveFullLog();
whenStarterIsGone(() => process.exit(0)); // nobody waits for it any more: what is not done the next start does
process.on('SIGTERM', () => process.exit(0));

try {
  const platform = await createPlatform(readConfig(process.env));
  const made = await makeDemonstration(platform, (done, of) => process.send?.({ progress: { done, of } }));
  if (made) logToStdout({ level: 'info', event: 'demonstration-made', ...made });
  const password = passwordOf(platform.secrets);
  await platform.close();
  process.send?.({ signIn: { password, examples } });
  process.send?.({ ready: true }); // and it stays until its starter has heard that, and lets it go
} catch (error) {
  const told = error instanceof ConfigError || error instanceof ProgrammeError;
  process.stderr.write(`${told ? error.message : 'The demonstration can’t be made; its log says why.'}\n`);
  if (!told) logToStdout({ level: 'error', event: 'demonstration-failed', ...traceOf(error) });
  process.exit(told ? exitCodeForConfig : 1);
}
