import { checkName } from '../../contract/pages/system.js';

/** Every check, in the order in which its findings are told. */
export const checkNames = checkName.options;
export type CheckName = (typeof checkNames)[number];

/** What heals a difference: the rows are made anew, the journey is planned anew, its workflow is told anew. */
export type Remedy = 'rebuild' | 'replan' | 'arm';

/** One thing that is not as it has to be: ids and codes, nothing of a person. */
export interface Finding {
  check: CheckName;
  /** The id of the journey, the account, or the participant whose key it is about. */
  subject: string;
  journey: string | null;
  /** What was found, in codes; the same thing has the same detail when it is found again. */
  detail: string;
  /** `null` where only a person can decide. */
  remedy: Remedy | null;
}

/** Names a finding: the same thing found again is the same finding. */
export const nameOf = ({ check, subject, detail }: Finding): string => `${check}|${subject}|${detail}`;

/** The stream that a finding was found at. */
export const streamOf = ({ journey, subject }: Finding): string => journey ?? subject;

/** Without those that were found twice, as by two journeys of one participant. */
export const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [nameOf(finding), finding])).values(),
];
