import { Header, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { AnswerOf, RouteEntry } from '../../contract/routes/route.js';

const ROUTE = 'lotse:route';

/**
 * Makes a method the handler of a route: its entry in the table says method, path, status, schemas and
 * permission, and the compiler checks that the method answers what the entry promises.
 */
export function Route<R extends RouteEntry>(entry: R) {
  return <H extends (...args: never[]) => AnswerOf<R> | Promise<AnswerOf<R>>>(
    target: object,
    name: string | symbol,
    handler: TypedPropertyDescriptor<H>,
  ): void => {
    RequestMapping({ path: entry.path, method: RequestMethod[entry.method] })(target, name, handler);
    HttpCode(entry.status)(target, name, handler);
    if (entry.answerType) Header('content-type', `${entry.answerType}; charset=utf-8`)(target, name, handler);
    SetMetadata(ROUTE, entry)(target, name, handler);
  };
}

/** The entry a handler was declared with. */
export function entryOf(handler: object): RouteEntry | undefined {
  return Reflect.getMetadata(ROUTE, handler) as RouteEntry | undefined;
}

/** The same where the check at boot has made sure that there is one. */
export function requiredEntryOf(handler: object): RouteEntry {
  const entry = entryOf(handler);
  if (!entry) throw new Error('A handler without an entry in the table of routes was reached.');
  return entry;
}
