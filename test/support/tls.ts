import { readFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';

const folder = new URL('./certificates/', import.meta.url);

/** The path of a certificate or key of the tests. */
export const certificate = (name: string): string => fileURLToPath(new URL(name, folder));
/** Its text. */
export const pem = (name: string): string => readFileSync(certificate(name), 'utf8');

/** Something that stands before a server on this machine. */
export interface Front {
  port: number;
  /** Connections that were let through. */
  count(): number;
  close(): Promise<void>;
}

/** Before a PostgreSQL: lets through only who asks for TLS at once, and cuts off everybody else. */
export function onlyTls(port: number): Promise<Front> {
  return front((count) =>
    createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (first) => {
        const sslRequest = 80_877_103;
        if (first.length !== 8 || first.readInt32BE(4) !== sslRequest) return socket.destroy();
        count();
        const server = through(socket, port);
        server.write(first);
      });
    }),
  );
}

/** Before a Temporal: speaks TLS (HTTP/2 only) and asks for a certificate of our authority. */
export function tlsFor(port: number): Promise<Front> {
  const settings = {
    key: pem('server.key'),
    cert: pem('server.pem'),
    ca: pem('ca.pem'),
    requestCert: true,
    rejectUnauthorized: true,
    ALPNProtocols: ['h2'],
  };
  return front((count) =>
    createTlsServer(settings, (socket) => {
      count();
      through(socket, port);
    }).on('tlsClientError', () => undefined),
  );
}

function through(socket: Socket, port: number): Socket {
  const server = connect(port, '127.0.0.1');
  for (const [end, other] of [
    [socket, server],
    [server, socket],
  ] as const) {
    end.on('error', () => other.destroy());
    end.on('close', () => other.destroy());
  }
  socket.pipe(server).pipe(socket);
  return server;
}

async function front(make: (count: () => void) => Server): Promise<Front> {
  let passed = 0;
  const sockets = new Set<Socket>();
  const server = make(() => (passed += 1));
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    count: () => passed,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
