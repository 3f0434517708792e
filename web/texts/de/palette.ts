export const palette = {
  title: 'Suchen oder eintragen',
  who: 'Name, Kennung, Seite oder Ansicht',
  what: 'Was möchten Sie für {name} eintragen?',
  other: 'Andere Person',
  results: '{n, plural, =0 {Nichts gefunden.} one {Ein Treffer.} other {# Treffer.}}',
  acts: 'Eintragen',
  notYet: 'Noch nicht möglich',
  view: 'Ansicht der Teilnehmenden',
  open: 'Fall öffnen',
  hint: 'Eingabetaste wählt, Alt und Eingabetaste öffnen den Fall, Escape schließt.',
  nobody: 'Hier findet sich niemand. Hier sehen Sie nur Fälle Ihrer Kommune.',
  colleague: 'bei {coach}',
};
