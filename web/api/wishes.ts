import { useSyncExternalStore } from 'react';
import type { Act } from '../../contract/pages/act.js';
import type { Journey } from '../../contract/journeys/journey.js';
import { client } from './client.js';
import { isSignedOut, Unreachable } from './problem.js';
import { request } from './request.js';
import { session } from './session.js';

/** What a person wants recorded. Its key is made once, when the form opens: sent twice it has one effect. */
export interface Wish {
  key: string;
  label: string;
  call: Act['call'];
  body?: Record<string, unknown>;
  ifMatch?: number;
}

/** It is in the log, and can be withdrawn under `undo`. */
export interface Saved {
  wish: Wish;
  journey?: Journey;
  undo?: string;
  at: string;
}

export type Fate = { is: 'saved'; saved: Saved } | { is: 'waiting' };

let waiting: readonly Wish[] = [];
const listeners = new Set<() => void>();
const heard = new Set<(saved: Saved) => void>();

function waitFor(next: readonly Wish[]): void {
  waiting = next;
  listeners.forEach((listener) => listener());
}

/**
 * Sends a wish. Where the server is away, or the session over, it waits and is sent again by itself, in order.
 * @throws Refused where the rules, the body or the version speak against it
 */
export async function carryOut(wish: Wish): Promise<Fate> {
  try {
    return { is: 'saved', saved: await send(wish) };
  } catch (error) {
    if (isSignedOut(error)) session.isOver();
    else if (!(error instanceof Unreachable)) throw error;
    if (!waiting.some(({ key }) => key === wish.key)) waitFor([...waiting, wish]);
    return { is: 'waiting' };
  }
}

/** Sends what waits, in order; stops at the first that can't be sent. One that is refused is given back to be told of. */
export async function sendWaiting(refused: (wish: Wish, error: unknown) => void): Promise<void> {
  for (const wish of waiting) {
    try {
      await send(wish);
    } catch (error) {
      if (isSignedOut(error)) session.isOver();
      if (isSignedOut(error) || error instanceof Unreachable) return;
      refused(wish, error);
    }
    waitFor(waiting.filter(({ key }) => key !== wish.key));
  }
}

/** Forgets what waits: another person goes on. */
export const forgetWaiting = (): void => waitFor([]);

export const useWaiting = (): readonly Wish[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
  );

/** Told of everything that this page has saved. */
export function onSaved(listener: (saved: Saved) => void): () => void {
  heard.add(listener);
  return () => heard.delete(listener);
}

async function send(wish: Wish): Promise<Saved> {
  const { method, path } = wish.call;
  const answer = await request<Journey | undefined>(method, path, {
    body: wish.body,
    key: wish.key,
    ...(wish.ifMatch !== undefined && { ifMatch: wish.ifMatch }),
  });
  const saved: Saved = {
    wish,
    at: new Date().toISOString(),
    ...(answer.body && { journey: answer.body }),
    ...(answer.undo !== undefined && { undo: answer.undo }),
  };
  if (answer.body && 'participant' in answer.body) {
    client.setQueryData(['journey', answer.body.id, 'itself', 'now'], answer.body);
    void client.invalidateQueries({
      queryKey: ['journey', answer.body.id],
      predicate: ({ queryKey }) => queryKey[2] !== 'itself',
    });
  }
  for (const list of ['today', 'journeys', 'views', 'flags', 'figures', 'messages'])
    void client.invalidateQueries({ queryKey: [list] });
  heard.forEach((listener) => listener(saved));
  return saved;
}

/** A name for a command that is about to be made. */
export const newKey = (): string => crypto.randomUUID();
