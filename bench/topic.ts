import type { Measurement, Size } from './measurement.js';

/** Something that is measured for itself: it starts what it needs and leaves nothing behind. */
export interface Topic {
  /** As it is named on the command line. */
  name: string;
  /** One line for whoever waits. */
  title: string;
  /** @param tell says how far it is, in one line */
  measure(size: Size, tell: (progress: string) => void): Promise<Found>;
}

export interface Found {
  measurements: Measurement[];
  /** What could not be measured here, and why. */
  notMeasured?: string[];
}
