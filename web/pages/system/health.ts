import type { Health } from '../../../contract/routes/health.js';
import { Refused } from '../../api/problem.js';
import { read } from '../../api/request.js';

const everyMs = 15_000;

/** Asks every 15 seconds which parts are up. */
export const health = () => ({
  queryKey: ['health'],
  queryFn: ({ signal }: { signal: AbortSignal }) => askHealth((path) => read<Health>(path, signal)),
  refetchInterval: everyMs,
  refetchIntervalInBackground: false,
  staleTime: 0,
});

/** Without the database the answer is a refusal, which tells the parts all the same. */
export async function askHealth(ask: (path: string) => Promise<Health>): Promise<Health> {
  try {
    return await ask('/health/ready');
  } catch (error) {
    const told =
      error instanceof Refused
        ? (error.body as { parts?: Health['parts']; notices?: Health['notices'] })
        : {};
    if (told.parts === undefined) throw error;
    return { status: 'degraded', parts: told.parts, notices: told.notices ?? [] };
  }
}
