import type { AnsweredRequest } from '../http/settings.js';

/** How many requests were answered since the process began, and how long they took. */
export class RequestCounts {
  private readonly counts = new Map<string, { requests: number; ms: number }>();

  count({ method, route, status, ms }: AnsweredRequest): void {
    const labels = `method="${method}",route="${route ?? 'none'}",status="${status}"`;
    const known = this.counts.get(labels) ?? { requests: 0, ms: 0 };
    this.counts.set(labels, { requests: known.requests + 1, ms: known.ms + ms });
  }

  /** By the labels of Prometheus. */
  get all(): ReadonlyMap<string, { requests: number; ms: number }> {
    return this.counts;
  }
}
