import type { ProblemBody } from '../../contract/problem.js';
import { CliError } from './cli-error.js';
import type { Terminal } from './terminal.js';
import { apiUrl, howToGetToken, tokenOf } from './where.js';

/** A page of a list. */
interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The API of a running Lotse, as the account to which the token belongs. */
export class Api {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @throws CliError when there is no token */
  static of({ env }: Pick<Terminal, 'env'>): Api {
    return new Api(apiUrl(env), tokenOf(env));
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.ask<Answer>('GET', path);
  }

  /** Sends a value as JSON. */
  post<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.ask<Answer>('POST', path, { type: 'application/json', bytes: JSON.stringify(body) });
  }

  /** Sends a file. */
  upload<Answer>(path: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
    return this.ask<Answer>('POST', path, { type, bytes });
  }

  /** Every item of a list, page after page. */
  async *all<Item>(path: string): AsyncGenerator<Item> {
    let cursor = '';
    do {
      const separator = path.includes('?') ? '&' : '?';
      const page = await this.get<Page<Item>>(`${path}${separator}limit=200${cursor}`);
      yield* page.items;
      cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    } while (cursor !== '');
  }

  private async ask<Answer>(
    method: string,
    path: string,
    body?: { type: string; bytes: string | Uint8Array<ArrayBuffer> },
  ): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      'accept-language': 'en',
      ...(body && { 'content-type': body.type }),
    };
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers,
      ...(body && { body: body.bytes }),
    }).catch(() => {
      throw new CliError(`No Lotse answers at ${this.url}. Start it with: npm start`);
    });
    const text = await answer.text();
    if (answer.ok) return JSON.parse(text) as Answer;
    throw new CliError(sentenceOf(answer.status, text));
  }
}

/** A refusal in lines for a person: what it is, then every bad field and everything that is missing. */
function sentenceOf(status: number, text: string): string {
  const problem = parsed(text);
  if (!problem) return `Found no answer of Lotse's, but status ${status}; is LOTSE_URL right?`;
  const { title, code, detail, errors = [], missing = [] } = problem;
  return [
    `${title} (${code}).${detail === undefined ? '' : ` ${detail}`}`,
    ...errors.map(({ pointer, message }) => `  ${pointer === '' ? '' : `${pointer}: `}${message}`),
    ...missing.map(({ text: what, who }) => `  ${what} (${who})`),
    ...(status === 401 ? [`Make a new token:\n${howToGetToken}`] : []),
  ].join('\n');
}

function parsed(text: string): ProblemBody | undefined {
  try {
    const problem = JSON.parse(text) as ProblemBody;
    return typeof problem.code === 'string' ? problem : undefined;
  } catch {
    return undefined;
  }
}
