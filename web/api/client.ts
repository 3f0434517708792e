import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, Refused } from './problem.js';
import { session } from './session.js';

/** What a request that failed is tried again for: a server that is away, never a refusal. */
const maySucceedLater = (failures: number, error: unknown): boolean =>
  !(error instanceof Refused) && failures < 2;

/** Everything that the server has said, as far as this page still shows it. Nothing of it is written down. */
export const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isSignedOut(error)) session.isOver();
    },
  }),
  defaultOptions: {
    queries: { retry: maySucceedLater, retryDelay: 800, staleTime: 15_000, networkMode: 'always' },
  },
});
