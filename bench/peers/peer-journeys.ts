import type { Caller } from '../support/http.js';

/** Opens journeys with a peer, a few at a time. */
export async function openJourneys(caller: Caller, count: number): Promise<string[]> {
  const ids: string[] = [];
  const openOne = async (): Promise<void> => {
    const { status, body } = await caller.call('POST', '/journeys', {});
    if (status !== 201) throw new Error(`A journey was not opened: ${status} ${body}`);
    ids.push((JSON.parse(body) as { id: string }).id);
  };
  const openSome = async (some: number): Promise<void> => {
    for (let index = 0; index < some; index += 1) await openOne();
  };
  const callers = 8;
  await Promise.all(
    Array.from({ length: callers }, (_, caller) => openSome(Math.ceil((count - caller) / callers))),
  );
  return ids;
}
