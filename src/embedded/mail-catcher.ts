import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { keepDelivery, removeUnfinished } from './mail-store.js';
import { whenStarterIsGone } from './starter-gone.js';

// A process of its own: `node mail-catcher.js <port> <directory>`. It answers 250 only after a mail is on
// disk, and ends with the process that started it.
const [port = '0', dir = '.'] = process.argv.slice(2);

// A log that can't be written, on a full disk, is no reason to end.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
removeUnfinished(dir);

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  authOptional: true,
  disableReverseLookup: true,
  closeTimeout: 500,
  onData(stream, _session, answer) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      keepDelivery(dir, Buffer.concat(parts)).then(
        (name) => answer(null, `kept as ${name}`),
        (error: NodeJS.ErrnoException) => {
          console.error(`A mail could not be kept: ${error.code ?? error.message}`);
          answer(Object.assign(new Error('could not be kept, try again'), { responseCode: 451 }));
        },
      );
    });
  },
});

const leave = () => server.close(() => process.exit(0));
process.once('SIGTERM', leave);
whenStarterIsGone(leave);
server.on('error', (error) => {
  if (server.server.listening) return; // one client's broken connection
  console.error(error.message);
  process.exit(1);
});
server.listen(Number(port), '127.0.0.1', () => {
  console.log(`Listening on port ${(server.server.address() as AddressInfo).port}.`);
  process.send?.({ ready: true });
});
