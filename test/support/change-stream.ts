import { change, type Change } from '../../contract/changes.js';
import { eventually } from './eventually.js';

/** Who listens, and from where on. */
interface Listening {
  token?: string;
  cookie?: string;
  lastEventId?: string;
}

/** A connection that follows what changes. */
export type ChangesHeard = Awaited<ReturnType<typeof hearChanges>>;

/** Follows what changes as a browser does, and keeps what it is told; each event has to be one of the contract. */
export async function hearChanges(base: string, { token, cookie, lastEventId }: Listening) {
  const leaving = new AbortController();
  const answer = await fetch(`${base}/api/v1/changes`, {
    signal: leaving.signal,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { cookie }),
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    },
  });
  const heard = { text: '', told: [] as Change[], ids: [] as string[], isOver: false };
  const reading = read(answer, heard).finally(() => {
    heard.isOver = true;
  });
  return {
    status: answer.status,
    headers: answer.headers,
    heard,
    /** What was told so far, once it is that many. */
    async changes(count: number, patienceMs = 10_000): Promise<Change[]> {
      await eventually(() => {
        if (heard.told.length < count) throw new Error(`only ${heard.told.length} were told`);
      }, patienceMs);
      return heard.told;
    },
    /** The id of the last event, as a browser sends it when it comes back. */
    lastId: (): string => heard.ids.at(-1) ?? '',
    /** Resolves when the other side has ended it. */
    ended: reading,
    async leave(): Promise<void> {
      leaving.abort();
      await reading;
    },
  };
}

async function read(
  { body }: Response,
  heard: { text: string; told: Change[]; ids: string[] },
): Promise<void> {
  let rest = '';
  try {
    for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      heard.text += piece;
      const blocks = (rest + piece).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) take(block, heard);
    }
  } catch (error) {
    if (!['AbortError', 'TypeError'].includes((error as Error).name)) throw error; // left, or broken off
  }
}

function take(block: string, { told, ids }: { told: Change[]; ids: string[] }): void {
  const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const [id, data] = [field('id'), field('data')];
  if (id !== undefined) ids.push(id);
  if (data === undefined) return;
  if (field('event') !== 'change' || id === undefined)
    throw new Error(`an event without name or id: ${block}`);
  told.push(change.parse(JSON.parse(data)));
}
