import { currentLanguage } from '../texts/language.js';
import { askedEarly } from './asked-early.js';
import { connection } from './connection.js';
import { Refused, Unreachable } from './problem.js';

/** What a request carries beside method and path. */
export interface Carried {
  body?: unknown;
  /** A register, sent as it stands. */
  file?: Blob;
  /** Names a command, so that it has one effect however often it is sent. */
  key?: string;
  /** The version that was seen. */
  ifMatch?: number;
  signal?: AbortSignal;
}

/** An answer: what it holds, and where the withdrawal of what was recorded goes. */
export interface Answered<Body> {
  body: Body;
  /** As it came, for what is no JSON. */
  text: string;
  undo?: string;
}

/**
 * Calls the API at its own origin, with the session's cookie.
 * @param path below the origin, such as `/api/v1/today`
 * @throws Refused with the server's problem; Unreachable where nothing came back
 */
export async function request<Body>(
  method: string,
  path: string,
  carried: Carried = {},
): Promise<Answered<Body>> {
  const answer = await send(method, path, carried);
  const undo = /<([^>]+)>;\s*rel="undo"/.exec(answer.headers.get('link') ?? '')?.[1];
  const text = await answer.text().catch(() => {
    throw new Unreachable();
  });
  const body: unknown = text === '' ? undefined : parsed(text);
  if (!answer.ok) {
    const fallback = {
      type: 'about:blank',
      title: answer.statusText,
      status: answer.status,
      code: 'unexpected',
    };
    throw new Refused(answer.status, { ...fallback, ...(body as object | undefined) }, secondsToWait(answer));
  }
  return { body: body as Body, text, ...(undo !== undefined && { undo }) };
}

/** What a call answers. */
export const read = async <Body>(path: string, signal?: AbortSignal): Promise<Body> =>
  (await request<Body>('GET', path, signal && { signal })).body;

async function send(
  method: string,
  path: string,
  { body, file, key, ifMatch, signal }: Carried,
): Promise<Response> {
  try {
    const early = method === 'GET' ? askedEarly(path) : undefined;
    const answer = await (early ??
      fetch(path, {
        method,
        credentials: 'same-origin',
        headers: {
          'accept-language': currentLanguage(),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(file && { 'content-type': 'text/csv' }),
          ...(key !== undefined && { 'idempotency-key': key }),
          ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(file && { body: file }),
        ...(signal && { signal }),
      }));
    // a proxy answers so when what stands behind it is away
    if (answer.status === 502 || answer.status === 504) throw new Unreachable();
    connection.answered();
    return answer;
  } catch (error) {
    if (signal?.aborted) throw error;
    connection.failed();
    throw new Unreachable();
  }
}

const secondsToWait = ({ headers }: Response): number | undefined =>
  headers.has('retry-after') ? Number(headers.get('retry-after')) : undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
