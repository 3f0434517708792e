export const palette = {
  title: 'Search or record',
  who: 'Name, reference or page',
  what: 'What do you want to record for {name}?',
  other: 'Another person',
  results: '{n, plural, =0 {Nothing found.} one {One result.} other {# results.}}',
  acts: 'Record',
  notYet: 'Not possible yet',
  view: 'View of the participants',
  open: 'Open the case',
  hint: 'Enter chooses, Alt and Enter open the case, Escape closes.',
  nobody: 'Nobody found. You only see cases of your commune here.',
  colleague: 'with {coach}',
};
