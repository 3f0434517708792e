export const steady = {
  news: '{n, plural, one {Ein neuer Eintrag} other {# neue Einträge}}',
  show: '{n} neue · anzeigen',
};
