import type { Finding } from '../finding.js';
import type { CheckContext, OpenedStream } from '../opened-stream.js';

/** What a check says; its name and the journey are added. */
export type Found = Omit<Finding, 'check' | 'journey'>;

/** Looks at one stream as of one instant: pure, so that it can be asked again. */
export type Check = (stream: OpenedStream, context: CheckContext) => Found[];
