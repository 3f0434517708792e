import { readdirSync, readFileSync } from 'node:fs';
import type { JourneyEvent } from '../../domain/journey/events.js';
import type { RetentionClass } from '../../domain/journey/classes.js';

/** An event as it was stored by the version that first wrote it, its sealed parts opened. Never changed again. */
export interface GoldenEvent {
  type: JourneyEvent['type'];
  schemaVersion: number;
  data: Record<string, unknown>;
  parts: Partial<Record<RetentionClass, unknown>>;
}

const folder = new URL('./', import.meta.url);

/** Every golden file: `<Type>.v<n>.json`; fields that came later stand in a `<Type>.v<n>.<what>.json` beside it. */
export const goldenEvents: GoldenEvent[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as GoldenEvent);
