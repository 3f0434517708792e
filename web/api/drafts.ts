import type { Me } from '../../contract/access.js';

/** What was typed and not saved. */
export interface Draft {
  at: string;
  text: string;
}

interface Row extends Pick<Draft, 'at'> {
  name: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

const keptMs = 7 * 86_400_000;
const unsaved = new Set<string>();

/** Without a secure context nothing can be sealed, and what can't be sealed is not written down. */
const canSeal = (): boolean => globalThis.isSecureContext && 'indexedDB' in globalThis;

/** Drafts lie in the browser, sealed with a key that only the session gives: signed out they can't be read. */
export const drafts = {
  /** Somebody types: leaving the page would lose it. */
  typing: (name: string): void => void unsaved.add(name),
  anyUnsaved: (): boolean => unsaved.size > 0,

  async keep(me: Me, name: string, text: string): Promise<void> {
    if (!canSeal()) return;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      await keyOf(me),
      new TextEncoder().encode(text),
    );
    await within('readwrite', (store) =>
      store.put({ name: placeOf(me, name), at: new Date().toISOString(), iv, sealed }),
    );
  },

  async find(me: Me, name: string): Promise<Draft | undefined> {
    if (!canSeal()) return undefined;
    const row = (await within('readonly', (store) => store.get(placeOf(me, name)))) as Row | undefined;
    if (!row || Date.now() - Date.parse(row.at) > keptMs) return undefined;
    try {
      const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv }, await keyOf(me), row.sealed);
      return { at: row.at, text: new TextDecoder().decode(text) };
    } catch {
      return undefined; // sealed with a key that is no more
    }
  },

  async forget(me: Me, name: string): Promise<void> {
    unsaved.delete(name);
    if (canSeal()) await within('readwrite', (store) => store.delete(placeOf(me, name)));
  },

  /** Signing out wipes them all. */
  async wipe(): Promise<void> {
    unsaved.clear();
    if (canSeal()) await within('readwrite', (store) => store.clear());
  },
};

const placeOf = (me: Me, name: string): string => `${me.id} ${name}`;

async function keyOf({ draftKey }: Me): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(draftKey), (sign) => sign.charCodeAt(0));
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function within(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await promised(open());
  try {
    return await promised(act(database.transaction('drafts', mode).objectStore('drafts')));
  } finally {
    database.close();
  }
}

function open(): IDBOpenDBRequest {
  const request = indexedDB.open('lotse', 1);
  request.addEventListener('upgradeneeded', () =>
    request.result.createObjectStore('drafts', { keyPath: 'name' }),
  );
  return request;
}

const promised = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser keeps nothing.')));
  });
