export const invitation = {
  title: 'Passwort wählen',
  intro: 'Sie wurden zu Lotse eingeladen. Bitte wählen Sie ein Passwort. Danach sind Sie angemeldet.',
  password: 'Neues Passwort',
  hint: 'Mindestens {n} Zeichen. Vier Wörter sind gut zu merken.',
  show: 'Passwort anzeigen',
  submit: 'Passwort speichern',
  tooShort: 'Bitte wählen Sie ein Passwort mit mindestens {n} Zeichen.',
  notValid:
    'Diese Einladung gilt nicht mehr. Sie wurde schon benutzt oder ist älter als 7 Tage. Bitte lassen Sie sich neu einladen.',
  wait: 'Bitte warten Sie {seconds} Sekunden. Danach können Sie es wieder versuchen.',
  away: 'Der Server antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
};
