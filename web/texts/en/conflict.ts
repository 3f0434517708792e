export const conflict = {
  title: 'Somebody was faster. Please compare.',
  who: '{name} recorded something at {time}.',
  field: 'Field',
  theirs: 'Saved now',
  mine: 'Your input',
  takeTheirs: 'Keep what is saved: {field}',
  takeMine: 'Take my input: {field}',
  send: 'Save the choice',
  allMine: 'Take mine',
  drop: 'Discard',
  same: 'Your input and what is saved say the same.',
  empty: '–',
};
