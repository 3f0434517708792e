import { useMe } from '../../api/reads.js';
import type { Day } from '../../time/days.js';

/** The day in Berlin by the server's clock: no countdown goes by the reader's. */
export const useToday = (): Day => useMe().today;
