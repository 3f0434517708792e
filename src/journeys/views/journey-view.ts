import type { Journey, JourneyItem, ReducedJourney } from '../../../contract/journeys/journey.js';
import type { Participant } from '../../../contract/journeys/person.js';
import { currentPaper, lastContactOn, modulesOf } from '../../../domain/journey/facts.js';
import { overlaysOf } from '../../../domain/journey/overlays.js';
import { flagRule, type JourneyState } from '../../../domain/journey/state.js';
import { nextSteps } from '../../../domain/programme/next-steps.js';
import { phaseOf } from '../../../domain/programme/phase.js';
import { deadlinesOf } from './deadline-view.js';
import { documentsOf, renewalRequestsOf } from './documents.js';
import { flagViews } from './flag-view.js';
import { milestoneViews, moduleViews } from './milestones.js';
import { missingIn } from './missing.js';
import { taskViews } from './task-view.js';
import { journeyRefOf, type ViewContext } from './view-context.js';

/** A journey in full, for whoever may see it so. */
export function journeyView(state: JourneyState, context: ViewContext): Journey {
  const { plain, case: own } = state;
  const { key: phase, since } = phaseOf(state, context.programme);
  return {
    id: plain.journey,
    version: plain.version,
    programme: { key: plain.programme, version: plain.programmeVersion },
    ...(own.externalId !== undefined && { externalId: own.externalId }),
    phase,
    ...(since !== undefined && { phaseSince: since }),
    overlays: overlaysOf(state),
    open: plain.open,
    commune: plain.commune,
    coach: context.coach,
    ...(own.coachHint !== undefined && { coachHint: own.coachHint }),
    participant: participantOf(state),
    documents: documentsOf(state),
    renewalRequests: renewalRequestsOf(state),
    milestones: milestoneViews(state, context),
    modules: moduleViews(state),
    next: nextSteps(state, context.programme).map((step) => ({
      ...step,
      missing: missingIn(context.language, step.missing),
    })),
    deadlines: deadlinesOf(state, context),
    tasks: taskViews(state, context),
    flags: flagViews(state, context),
    lastContactOn: lastContactOn(state),
  };
}

/** What a coach sees of a colleague's journey. */
export function reducedView(state: JourneyState, context: ViewContext): ReducedJourney {
  const { commune } = state.plain;
  const phase = phaseOf(state, context.programme).key;
  return { ...journeyRefOf(state), phase, commune, coach: context.coach };
}

/** A journey as a list shows it. */
export function itemView(
  state: JourneyState,
  context: ViewContext,
  nextDue: JourneyItem['nextDue'],
): JourneyItem {
  const { plain, contact } = state;
  const { since } = phaseOf(state, context.programme);
  const paper = currentPaper(state)?.paper;
  return {
    ...reducedView(state, context),
    version: plain.version,
    ...(since !== undefined && { phaseSince: since }),
    overlays: overlaysOf(state),
    open: plain.open,
    ...(contact.language !== undefined && { language: contact.language }),
    paper: paper
      ? { kind: paper.kind, ...(paper.validUntil !== undefined && { validUntil: paper.validUntil }) }
      : null,
    nextDue,
    severity: plain.flags.reduce<number | null>(
      (worst, { severity }) => Math.max(worst ?? 0, severity),
      null,
    ),
    flags: plain.flags
      .toSorted((a, b) => b.severity - a.severity)
      .flatMap(({ id }) => flagRule(state, id) ?? []),
    modules: modulesOf(state).map(({ module, state: reached }) => ({ module, state: reached })),
    lastContactOn: lastContactOn(state),
  };
}

/** Only what is known and not erased. */
function participantOf({ plain, case: own, contact }: JourneyState): Participant {
  const { givenName, familyName, bornOn, sex, nationality, germanLevel, schoolCertificate } = own;
  const { language, secondLanguage, phone, email, channels } = contact;
  const facts = { givenName, familyName, bornOn, sex, nationality, germanLevel, schoolCertificate };
  const known = { ...facts, language, secondLanguage, phone, email, channels };
  const given = Object.entries(known).filter(([, value]) => value !== undefined);
  return { id: plain.participant, ...Object.fromEntries(given) };
}
