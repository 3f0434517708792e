export const conflict = {
  title: 'Jemand war schneller. Bitte vergleichen.',
  who: '{name} hat um {time} etwas eingetragen.',
  field: 'Angabe',
  theirs: 'Jetzt gespeichert',
  mine: 'Ihre Eingabe',
  takeTheirs: 'Gespeichertes behalten: {field}',
  takeMine: 'Meine Eingabe nehmen: {field}',
  send: 'Auswahl speichern',
  allMine: 'Meine übernehmen',
  drop: 'Verwerfen',
  same: 'Ihre Eingaben und das Gespeicherte sagen dasselbe.',
  empty: '–',
};
