import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** What a server does where it would answer a command: says something else, says nothing, or hangs up. */
export type Misdeed = `${number} ${string}` | `${number}-${string}` | 'silence' | 'hangs up';
/** Where in a conversation: at the greeting, a command, or the end of the mail. */
export type Place = 'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'dot';
/** Decides for one answer; `undefined` for a good one. */
export type Behaviour = (place: Place, line: string) => Misdeed | undefined;

/** A mail that the server has read to its end, whatever it said then. */
export interface ReadMail {
  id: string;
  to: string;
  /** Whether it is in the mailbox: taken, or read and not answered. */
  isTaken: boolean;
  /** Whether the sender was told so. */
  isAnswered: boolean;
}

const good: Record<Place, string> = {
  greeting: '220 here',
  EHLO: '250-here\r\n250 AUTH PLAIN',
  STARTTLS: '220 go on',
  AUTH: '235 come in',
  MAIL: '250 yes',
  RCPT: '250 yes',
  DATA: '354 speak',
  dot: '250 taken',
};

/** An SMTP server that does what a test tells it to, as bad as that may be. */
export class BadSmtp {
  readonly read: ReadMail[] = [];
  /** Begins every answer to a mail, and never ends it: a line now and then, so that it does not seem dead. */
  drips = false;
  private behaviour: Behaviour = () => undefined;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.converse(socket));

  /** @returns it, listening on a port of its own */
  static async start(): Promise<BadSmtp> {
    const bad = new BadSmtp();
    bad.server.listen(0, '127.0.0.1');
    await once(bad.server, 'listening');
    return bad;
  }

  url(scheme = 'smtp', login = ''): string {
    return `${scheme}://${login}127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on it behaves so; without anything well. */
  behaves(behaviour: Behaviour = () => undefined): void {
    this.drips = false;
    this.behaviour = behaviour;
  }

  /** The ids of the mails that are in the mailbox, each as often as it is there. */
  get mailbox(): string[] {
    return this.read.filter(({ isTaken }) => isTaken).map(({ id }) => id);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private converse(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined); // the other side gave up
    socket.once('close', () => this.sockets.delete(socket));
    let unread = '';
    let to = '';
    let isMail = false;
    this.answer(socket, 'greeting', '');
    socket.on('data', (piece) => {
      unread += piece.toString('latin1');
      const end = (): number => unread.indexOf(isMail ? '\r\n.\r\n' : '\r\n');
      for (let at = end(); at >= 0; at = end()) {
        const text = unread.slice(0, at);
        unread = unread.slice(at + (isMail ? 5 : 2));
        if (isMail) this.take(socket, text, to);
        else if (text.startsWith('RCPT')) to = /<(.*?)>/.exec(text)?.[1] ?? '';
        if (!isMail) isMail = this.answer(socket, placeOf(text), text) && placeOf(text) === 'DATA';
        else isMail = false;
      }
    });
  }

  /** @returns whether it was a good answer */
  private answer(socket: Socket, place: Place, line: string): boolean {
    const misdeed = this.behaviour(place, line);
    if (misdeed === 'hangs up') socket.destroy();
    else if (misdeed !== 'silence') socket.write(`${misdeed ?? good[place]}\r\n`);
    return misdeed === undefined;
  }

  private take(socket: Socket, text: string, to: string): void {
    const id = /^Message-ID: <(.*?)@/im.exec(text)?.[1] ?? '';
    const misdeed = this.behaviour('dot', to);
    const isAnswered = misdeed === undefined;
    const isRefused = misdeed !== undefined && /^[45]/.test(misdeed);
    this.read.push({ id, to, isTaken: !isRefused, isAnswered });
    if (misdeed === 'hangs up') socket.destroy();
    else if (this.drips) this.drip(socket);
    else if (misdeed !== 'silence') socket.write(`${misdeed ?? good.dot}\r\n`);
  }

  private drip(socket: Socket): void {
    const drops = setInterval(() => socket.write('250-still at it\r\n'), 50);
    socket.once('close', () => clearInterval(drops));
  }
}

function placeOf(line: string): Place {
  const [command = ''] = line.toUpperCase().split(/[ :]/);
  return command in good ? (command as Place) : 'MAIL';
}
