export const palette = {
  title: 'Suchen oder eintragen',
  who: 'Name, Kennung oder Seite',
  what: 'Was möchten Sie für {name} eintragen?',
  other: 'Andere Person',
  results: '{n, plural, =0 {Nichts gefunden.} one {Ein Treffer.} other {# Treffer.}}',
  acts: 'Eintragen',
  notYet: 'Noch nicht möglich',
  open: 'Fall öffnen',
  hint: 'Eingabetaste wählt, Alt und Eingabetaste öffnen den Fall, Escape schließt.',
  nobody: 'Hier findet sich niemand. Hier sehen Sie nur Fälle Ihrer Kommune.',
  colleague: 'bei {coach}',
};
