import type { NewView, View } from '../../contract/pages/views.js';
import { client } from './client.js';
import { newKey } from './wishes.js';
import { request } from './request.js';
import { signedIn } from './signed-in.js';

const path = '/api/v1/views';

/** Keeps a view, or changes one. @throws Refused, Unreachable */
export async function keepView(view: NewView, id?: string): Promise<View> {
  const [method, at] = id === undefined ? (['POST', path] as const) : (['PATCH', `${path}/${id}`] as const);
  const { body } = await signedIn(request<View>(method, at, { body: view, key: newKey() }));
  await client.invalidateQueries({ queryKey: ['views'] });
  return body;
}

/** Forgets a view. @throws Refused, Unreachable */
export async function forgetView(id: string): Promise<void> {
  await signedIn(request('DELETE', `${path}/${id}`));
  await client.invalidateQueries({ queryKey: ['views'] });
}
