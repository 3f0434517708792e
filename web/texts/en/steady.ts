export const steady = {
  news: '{n, plural, one {One new entry} other {# new entries}}',
  show: '{n} new · show',
};
