import {
  applies,
  closes,
  consents,
  gains,
  isEligible,
  isGivenAnException,
  isHandedOver,
  journey,
  on,
  opens,
  pauses,
  resumes,
  shows,
  talks,
} from '../script/tell.js';

/** Seven people who grow too old for something. */
export const birthdays = [
  journey(
    'Vahid, who misses both birthdays',
    on(0, opens({ turns: [27, 300] }), consents(), shows('toleration_60a', 400)),
    on(390, shows('toleration_60a', 500)),
  ),
  journey(
    'Wahida, who applies before her 27th birthday',
    on(0, opens({ turns: [27, 400], language: 'fa-AF' }), consents(), shows('toleration_60a', 350)),
    on(330, applies('25a')),
    on(340, shows('residence_permit_25a', 500)),
    on(700, gains('25a'), isHandedOver()),
  ),
  journey(
    'Xerxes, who is given an exception from the age limit',
    on(0, opens({ turns: [28, 200] }), consents(), shows('residence_permit_protection', 300)),
    on(10, isEligible()),
    on(160, isGivenAnException()),
    on(280, shows('residence_permit_protection', 700)),
  ),
  journey(
    'Yohannes, who moves on before his 28th birthday',
    on(0, opens({ turns: [28, 350] }), consents(), shows('residence_permit_25b', 500)),
    on(200, pauses()),
    on(245, resumes()),
    on(300, gains('25b'), isHandedOver()),
  ),
  journey(
    'Zainab, who is nearly 27 when she comes',
    on(0, opens({ turns: [27, 60], language: 'ar' }), consents(), shows('residence_permit_104c', 240)),
    on(210, applies('25b')),
    on(230, shows('residence_permit_25b', 600)),
  ),
  journey(
    'Adil, whose toleration becomes known when the first rungs before his birthday have passed',
    on(0, opens({ turns: [27, 480] }), consents('case_work')),
    on(250, shows('toleration_60a', 400)),
    on(355, consents('case_work', 'reminders'), talks()),
    on(560, shows('toleration_60a', 300)),
  ),
  journey(
    'Berivan, who turns 28 in the outage',
    on(0, opens({ turns: [28, 115] }), consents(), shows('toleration_60a', 300)),
    on(260, closes('aged_out')),
  ),
];
