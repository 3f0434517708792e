import { retentionClasses, type RetentionClass } from '../../../domain/journey/classes.js';
import { open, seal } from './envelope.js';
import type { ParticipantKeys } from './participant-keys.js';

/** Parts of an event or of a state by retention class: plain values, or base64 of their sealed form. */
export type Parts = Partial<Record<RetentionClass, unknown>>;
export type SealedParts = Partial<Record<RetentionClass, string>>;

/** Seals each part under the key of its class; the context binds participant and class, so that journeys can be merged. */
export function sealParts(keys: ParticipantKeys, participant: string, parts: Parts): SealedParts {
  const sealed: SealedParts = {};
  for (const name of retentionClasses) {
    const value = parts[name];
    const key = keys[name];
    // A class whose key was destroyed takes nothing new: what belongs to it is dropped here, and stays erased.
    if (value === undefined || !key) continue;
    const plain = Buffer.from(JSON.stringify(value), 'utf8');
    sealed[name] = seal(key, plain, partContext(participant, name)).toString('base64');
  }
  return sealed;
}

/** Opens what can be opened; `erased` names the parts whose key is gone. */
export function openParts(
  keys: ParticipantKeys,
  participant: string,
  sealed: SealedParts,
): { parts: Parts; erased: RetentionClass[] } {
  const parts: Parts = {};
  const erased: RetentionClass[] = [];
  for (const name of retentionClasses) {
    const value = sealed[name];
    if (value === undefined) continue;
    const key = keys[name];
    if (!key) erased.push(name);
    else {
      const plain = open(key, Buffer.from(value, 'base64'), partContext(participant, name));
      parts[name] = JSON.parse(plain.toString('utf8'));
    }
  }
  return { parts, erased };
}

const partContext = (participant: string, name: RetentionClass): string =>
  `lotse/part/1|${participant}|${name}`;
