import { Agent, request } from 'node:http';

/** An answer of the API. */
export interface Answer {
  status: number;
  body: string;
}

/** Calls of one signed-in account, over connections that are kept open. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @param body sent as it is when it is text (a register), else as JSON */
  call(method: string, path: string, body?: object | string): Promise<Answer> {
    const text = typeof body === 'string' ? body : body && JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(text !== undefined && {
        'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
        'content-length': Buffer.byteLength(text),
      }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}/api/v1${path}`, { agent: this.agent, method, headers }, (answer) => {
        let received = '';
        answer.setEncoding('utf8').on('data', (part: string) => (received += part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: received }));
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
