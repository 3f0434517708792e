/** Who is told. */
export type To = 'participant' | 'coach' | 'coordinator';

/** A deadline rule as the field's catalogue and the programme have it, written down a second time by hand. */
export interface Rule {
  key: string;
  /** What its day is printed on, or counted from. */
  of: 'paper' | 'birthday' | 'contract' | 'training' | 'plan' | 'consent';
  /** Kinds of paper: of the paper itself, or of the current one. */
  kinds?: readonly string[];
  rungs: Partial<Record<To, readonly string[]>>;
  missed: readonly To[];
  /** The text may not stand in a mail: somebody has to tell it. */
  isProtected?: boolean;
  /** A proven request keeps it open, silences the participant and has the coach reminded weekly. */
  waitsForRenewal?: boolean;
  /** Not missed, but possible from its day on. */
  isEarliest?: boolean;
  /** Shown, and missed, on the working day before where its day is none. */
  rollsBack?: boolean;
  /** Missed when its own day is over, wherever the shown one lies. */
  missedOnItsDay?: boolean;
  /** After closing staff are reminded on. */
  survivesClosing?: boolean;
  /** While the journey rests staff are not reminded either. */
  restsWhilePaused?: boolean;
}

const tolerations = ['toleration_60a', 'toleration_60b', 'toleration_60c', 'toleration_60d'];
const permits = ['16g', '19d', '25a', '25b', '25_5', 'protection'].map((kind) => `residence_permit_${kind}`);
const both: readonly To[] = ['coach', 'coordinator'];

/** The rules of the programme from its first day on. */
export const rules: readonly Rule[] = [
  {
    key: 'residence_document_expiry',
    of: 'paper',
    kinds: ['arrival_certificate', 'asylum_permission', ...tolerations],
    rungs: {
      participant: ['-8w', '-6w', '-4w', '-2w'],
      coach: ['-8w', '-6w', '-4w', '-2w', '-3d', '0d'],
      coordinator: ['-1w'],
    },
    missed: both,
    isProtected: true,
    waitsForRenewal: true,
    survivesClosing: true,
  },
  {
    key: 'residence_permit_renewal',
    of: 'paper',
    kinds: permits,
    rungs: {
      participant: ['-12w', '-8w', '-6w', '-4w', '-2w'],
      coach: ['-12w', '-8w', '-6w', '-4w', '-2w', '-3d', '-1d'],
      coordinator: ['-1w'],
    },
    missed: both,
    isProtected: true,
    survivesClosing: true,
  },
  {
    key: 'chance_permit_follow_up',
    of: 'paper',
    kinds: ['residence_permit_104c'],
    rungs: {
      participant: ['-6M', '-3M', '-8w', '-6w', '-4w', '-2w'],
      coach: ['-6M', '-3M', '-8w', '-6w', '-4w', '-2w'],
      coordinator: ['-4w'],
    },
    missed: both,
    isProtected: true,
    survivesClosing: true,
  },
  {
    key: 'fiction_certificate_expiry',
    of: 'paper',
    kinds: ['fiction_certificate'],
    rungs: { participant: ['-6w', '-4w', '-2w'], coach: ['-6w', '-4w', '-2w', '-3d'] },
    missed: both,
    isProtected: true,
    waitsForRenewal: true,
    survivesClosing: true,
  },
  {
    key: 'departure_deadline',
    of: 'paper',
    kinds: ['border_crossing_certificate'],
    rungs: { coach: ['0d after trigger'], coordinator: ['0d after trigger'] },
    missed: both,
    survivesClosing: true,
  },
  {
    key: 'section25a_last_application_day',
    of: 'birthday',
    kinds: [...tolerations, 'residence_permit_104c'],
    rungs: {
      participant: ['-6M', '-3M', '-8w', '-4w', '-2w'],
      coach: ['-18M', '-12M', '-6M', '-3M', '-8w', '-4w', '-2w'],
      coordinator: ['-8w'],
    },
    missed: both,
    isProtected: true,
    survivesClosing: true,
  },
  {
    key: 'programme_age_ceiling',
    of: 'birthday',
    rungs: { coach: ['-6M', '-3M', '-8w'], coordinator: ['-6M', '-3M', '-8w'] },
    missed: both,
  },
  {
    key: 'apprenticeship_status_earliest_application',
    of: 'contract',
    kinds: ['toleration_60a'],
    rungs: { participant: ['0d'], coach: ['-2w', '0d'] },
    missed: [],
    isProtected: true,
    isEarliest: true,
  },
  {
    key: 'training_year_start',
    of: 'contract',
    rungs: {
      participant: ['-8w', '-4w', '-2w'],
      coach: ['-8w', '-4w', '-2w', '-3d', '0d', '+7d', '+30d'],
    },
    missed: ['coach'],
    rollsBack: true,
    missedOnItsDay: true,
  },
  {
    key: 'probation_end',
    of: 'training',
    rungs: { participant: ['-2w'], coach: ['+4w after start', 'mid', '-3w', '-1w'] },
    missed: ['coach'],
  },
  {
    key: 'participation_plan_review',
    of: 'plan',
    rungs: { coach: ['-1w', '0d', '+2w'], coordinator: ['+4w'] },
    missed: ['coach'],
    rollsBack: true,
    restsWhilePaused: true,
  },
];

/** The rule that comes half-way: consent is looked at again after a year (catalogue, no. 41). */
export const newRule: Rule = {
  key: 'consent_review',
  of: 'consent',
  rungs: { coach: ['-4w', '0d', '+4w'], coordinator: ['+8w'] },
  missed: ['coach'],
  rollsBack: true,
};
