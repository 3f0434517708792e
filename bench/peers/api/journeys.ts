import type { RecordMilestone } from '../journey/command.js';
import type { JourneyState } from '../journey/state.js';

/** What the API needs of whoever keeps the journeys: each peer writes it in its own way. */
export abstract class Journeys {
  /** Opens one; resolves when it may be advanced. */
  abstract open(id: string): Promise<void>;
  /**
   * Records a milestone; resolves when it is durable and the next read shows it.
   * @throws Refused when the journey's state does not let it come
   */
  abstract record(id: string, command: RecordMilestone): Promise<JourneyState>;
  abstract read(id: string): Promise<JourneyState | undefined>;
}

/** A milestone that may not come now. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Whom a token belongs to. */
export interface Account {
  email: string;
}

/** Looks a token up by its hash. */
export abstract class Accounts {
  abstract byTokenHash(hash: Buffer): Promise<Account | undefined>;
}
