import {
  changesAddress,
  closes,
  consents,
  journey,
  on,
  opens,
  shows,
  talks,
  verifiesDeparture,
} from '../script/tell.js';

/** Four people with whom it is grave, or whom no mail reaches. */
export const alarms = [
  journey(
    'Mirza, of whom every mail is refused',
    on(0, opens(), consents(), shows('toleration_60a', 75)),
    on(5, changesAddress({ taken: false })),
    on(65, shows('toleration_60a', 90)),
    on(70, changesAddress({ taken: false })),
    on(150, shows('toleration_60a', 120), changesAddress({ taken: true })),
    on(225, changesAddress({ taken: false })),
    on(265, shows('toleration_60a', 300)),
    on(300, 'evening', changesAddress({ taken: false })),
    on(550, shows('toleration_60a', 100)),
  ),
  journey(
    'Nahid, with two border crossing certificates',
    on(0, opens(), consents(), shows('toleration_60a', 80)),
    on(40, 'evening', shows('border_crossing_certificate', 20)),
    on(45, verifiesDeparture()),
    on(75, shows('toleration_60a', 100)),
    on(180, shows('border_crossing_certificate', 14)),
    on(210, talks()),
    on(220, shows('toleration_60a', 300)),
  ),
  journey(
    'Ozan, whose certificate comes on a Saturday, and one in the outage',
    on(0, opens({ language: 'tr' }), consents(), shows('toleration_60a', 300)),
    on(75, shows('border_crossing_certificate', 10)),
    on(82, verifiesDeparture()),
    on(90, shows('toleration_60a', 120)),
    on(115, shows('border_crossing_certificate', 30)),
    on(140, verifiesDeparture()),
    on(200, closes('deported_or_transferred')),
  ),
  journey(
    'Perihan, whose certificate follows on a birthday rung',
    on(0, opens({ turns: [27, 240] }), consents(), shows('toleration_60a', 200)),
    on(150, shows('border_crossing_certificate', 5)),
    on(170, shows('toleration_60a', 400)),
  ),
];
