import type { BulkActs } from '../../activities/ports.js';

/** So many journeys are looked at before what was found is shown. */
const partSize = 50;

/**
 * Dry runs, carried out part by part. Nothing is recorded by them: where this process dies the row is queued still, and
 * the next one begins anew; where two do the same, both write the same.
 */
export class Previews {
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly acts: BulkActs,
    private readonly stopping: AbortSignal,
  ) {}

  /** Begins one, unless it runs already. */
  begin({ batchId }: { batchId: string }): void {
    if (this.running.has(batchId)) return;
    const ended = this.run(batchId)
      // told to whoever waits; where the database is away not even that, and it is begun again
      .catch(() => this.acts.giveUpBulkAct(batchId).catch(() => undefined))
      .finally(() => this.running.delete(batchId));
    this.running.set(batchId, ended);
  }

  /** When none runs any more. */
  async ended(): Promise<void> {
    await Promise.all(this.running.values());
  }

  private async run(batchId: string): Promise<void> {
    let fromRow: number | null = 1;
    while (fromRow !== null && !this.stopping.aborted) {
      ({ nextRow: fromRow } = await this.acts.actOnMany({ batchId, fromRow, count: partSize }));
    }
  }
}
