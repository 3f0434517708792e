import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** Stands between somebody and PostgreSQL, and cuts connections at a chosen moment. */
export interface CuttingProxy {
  /** A database's URL by way of it. */
  through(url: string): string;
  /**
   * Cuts the next connection on which something is asked that holds this text, once the server has answered it: the
   * answer is lost. Tells that it did.
   */
  loseAnswerTo(text: string): Promise<void>;
  close(): Promise<void>;
}

/** @param to the server, as in a URL */
export async function cuttingProxy(to: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let armed: { text: string; done: () => void } | undefined;

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let lost: (() => void) | undefined;
    const end = () => [client, upstream].forEach((socket) => void socket.destroy());
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => (sockets.delete(socket), end()));
    }
    client.on('data', (asked) => {
      if (armed && asked.includes(armed.text)) {
        lost = armed.done;
        armed = undefined;
      }
      upstream.write(asked);
    });
    upstream.on('data', (answer) => {
      if (!lost) return client.write(answer);
      end();
      lost();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    through(url) {
      const changed = new URL(url);
      changed.port = String((server.address() as AddressInfo).port);
      return changed.href;
    },
    loseAnswerTo: (text) => new Promise((done) => (armed = { text, done })),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
