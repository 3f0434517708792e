import { asks, consents, corrects, journey, on, opens, shows, talks, withdraws } from '../script/tell.js';

/** Four people of whom something becomes known late. */
export const late = [
  journey(
    'Leyla, whose paper was over when it was shown',
    on(0, opens({ language: 'en' }), consents()),
    on(40, shows('toleration_60a', -10)),
    on(60, shows('toleration_60a', 200)),
    on(330, shows('residence_permit_25_5', -100)),
    on(350, shows('residence_permit_104c', 90)),
  ),
  journey(
    'Mahdi, whose papers end on the day on which they are shown',
    on(0, opens(), consents()),
    on(40, 'evening', shows('toleration_60a', 0)),
    on(55, 'early', shows('fiction_certificate', 0)),
    on(75, shows('fiction_certificate', 3)),
    on(95, shows('fiction_certificate', 25)),
    on(150, shows('toleration_60a', 500)),
  ),
  journey(
    'Nura, on whose paper no day is printed at first',
    on(0, opens({ withCoach: false }), consents(), shows('toleration_60c')),
    on(50, corrects('toleration_60c', 30)),
    on(95, asks()),
    on(160, shows('toleration_60c', 300)),
    on(400, withdraws('reminders')),
    on(440, consents('case_work', 'reminders')),
    on(470, shows('toleration_60c', 200)),
  ),
  journey(
    'Omid, who consents after half of the rungs have passed',
    on(0, opens({ language: 'fa' }), shows('toleration_60a', 70)),
    on(35, consents('case_work')),
    on(50, consents(), talks()),
    on(65, shows('toleration_60a', 250)),
    on(240, withdraws()),
    on(285, consents()),
    on(300, shows('toleration_60a', 300)),
  ),
];
