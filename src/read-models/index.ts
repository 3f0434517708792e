import { deadlineReadModel } from './deadline/deadline.js';
import { flagReadModel } from './flag/flag.js';
import type { InlineReadModel } from './inline-read-model.js';
import { staffNoticeReadModel } from './staff-notice/staff-notice.js';
import { messageReadModel } from './message/message.js';
import { phaseReadModel } from './phase/phase.js';
import { taskReadModel } from './task/task.js';

/** The inline read models beside the journey's own row; one more is one line here and a folder. */
export const inlineReadModels: readonly InlineReadModel<object>[] = [
  deadlineReadModel,
  flagReadModel,
  taskReadModel,
  messageReadModel,
  staffNoticeReadModel,
  phaseReadModel,
];
