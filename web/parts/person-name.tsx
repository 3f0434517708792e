import type { JourneyRef } from '../../contract/journeys/shared.js';
import { say } from '../texts/common.js';

/** `Layla Nazari`, or `Nazari, Layla` where a list sorts by it; blurred when somebody looks over one's shoulder. */
export function PersonName({ of, sorted = false }: { of: JourneyRef['name']; sorted?: boolean }) {
  return (
    <span data-personal dir="auto">
      {nameOf(of, sorted)}
    </span>
  );
}

export function nameOf({ givenName, familyName }: JourneyRef['name'], sorted = false): string {
  const parts = sorted ? [familyName, givenName] : [givenName, familyName];
  return parts.filter(Boolean).join(sorted ? ', ' : ' ') || say('withoutName');
}
