import { z } from 'zod';
import { change } from './changes.js';
import { flag, task } from './journeys/attention.js';
import { deadline, message } from './journeys/deadline.js';
import { event } from './journeys/event.js';
import { journey, journeyItem, reducedJourney } from './journeys/journey.js';
import { document } from './journeys/paper.js';
import { participant } from './journeys/person.js';
import { act, acts, need } from './pages/act.js';
import { flagItem } from './pages/flags.js';
import { deadlineItem, taskItem } from './pages/lists.js';
import { messageItem } from './pages/messages.js';
import { todayItem } from './pages/today.js';
import { fieldError, missing, problem } from './problem.js';

const named = {
  Journey: journey,
  JourneyItem: journeyItem,
  ReducedJourney: reducedJourney,
  Participant: participant,
  Document: document,
  Deadline: deadline,
  Message: message,
  DeadlineItem: deadlineItem,
  MessageItem: messageItem,
  Task: task,
  TaskItem: taskItem,
  Flag: flag,
  FlagItem: flagItem,
  Event: event,
  Need: need,
  Act: act,
  Acts: acts,
  TodayItem: todayItem,
  Change: change,
  Problem: problem,
  Missing: missing,
  FieldError: fieldError,
};

/** The shapes that the documentation tells once, by name, instead of wherever they stand. */
export const shapes = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) shapes.add(schema, { id });
