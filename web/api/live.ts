import type { Change } from '../../contract/changes.js';
import { client } from './client.js';

/** News is looked at in one go after so long: a burst is one refresh, and nobody waits longer than they notice. */
const gatherMs = 400;

/**
 * Follows what changes while the pages are open. One tab of a browser holds the stream and tells the others.
 * @returns ends it
 */
export function followChanges(): () => void {
  const channel = new BroadcastChannel('lotse-changes');
  const end = new AbortController();
  const news = gather();
  channel.addEventListener('message', ({ data }: MessageEvent<Change>) => news(data));
  let stream: EventSource | undefined;
  const lead = (): Promise<void> =>
    new Promise((resolve) => {
      stream = new EventSource('/api/v1/changes');
      stream.addEventListener('change', ({ data }: MessageEvent<string>) => {
        const change = JSON.parse(data) as Change;
        channel.postMessage(change);
        news(change);
      });
      end.signal.addEventListener('abort', () => resolve());
    });
  const leads = navigator.locks
    ? navigator.locks.request('lotse-changes', { signal: end.signal }, lead)
    : lead();
  void Promise.resolve(leads).catch(() => undefined);
  return () => {
    end.abort();
    stream?.close();
    channel.close();
  };
}

/** Takes changes one by one and asks anew for what they touch, a moment later and once. */
function gather(): (change: Change) => void {
  let waiting: Change[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (change) => {
    waiting.push(change);
    timer ??= setTimeout(() => {
      const changes = waiting;
      waiting = [];
      timer = undefined;
      askAnew(changes);
    }, gatherMs);
  };
}

function askAnew(changes: Change[]): void {
  if (changes.some(({ kind }) => kind === 'everything')) {
    void client.invalidateQueries();
    return;
  }
  const ids = new Set(changes.flatMap((change) => ('id' in change ? [change.id] : [])));
  const lists = new Set(['today', 'journeys', 'views', 'flags', 'figures', 'deadlines', 'messages']);
  const isNewDay = changes.some(({ kind }) => kind === 'day');
  void client.invalidateQueries({
    predicate: ({ queryKey: [kind, id] }) =>
      (kind === 'journey' && typeof id === 'string' && (ids.has(id) || isNewDay)) ||
      (typeof kind === 'string' && lists.has(kind)) ||
      (kind === 'me' && isNewDay),
  });
}
