import { readdirSync, readFileSync } from 'node:fs';
import type { JourneyEvent } from '../../domain/journey/events.js';
import type { RetentionClass } from '../../domain/journey/classes.js';
import type { StaffMailEvent } from '../../domain/staff-mail/events.js';

/** An event as it was stored by the version that first wrote it, its sealed parts opened. Never changed again. */
export interface GoldenEvent<Type = JourneyEvent['type']> {
  type: Type;
  schemaVersion: number;
  data: Record<string, unknown>;
  parts: Partial<Record<RetentionClass, unknown>>;
}

/** The golden files of a folder: `<Type>.v<n>.json`; fields that came later in a `<Type>.v<n>.<what>.json` beside it. */
const goldenIn = <Type>(folder: URL): GoldenEvent<Type>[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as GoldenEvent<Type>);

/** Every event of a journey. */
export const goldenEvents = goldenIn<JourneyEvent['type']>(new URL('./', import.meta.url));

/** Every event of an account. */
export const goldenAccountEvents = goldenIn<StaffMailEvent['type']>(new URL('./account/', import.meta.url));
