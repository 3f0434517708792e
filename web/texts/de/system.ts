export const system = {
  title: 'System',
  overall_ok: 'Alles läuft.',
  overall_degraded: 'Ein Teil steht. Was eingetragen ist, geht nicht verloren.',
  overall_unknown: 'Der Server antwortet nicht. Das Bild ist von vorhin.',
  parts: 'Teile',
  part: 'Teil',
  state: 'Zustand, und was das für Coaches heißt',
  up: 'läuft',
  down: 'steht',
  database: 'Datenbank',
  temporal: 'Ablaufsteuerung',
  worker: 'Ausführung',
  relay: 'Weitergabe',
  mail: 'E-Mail-Versand',
  database_up: 'Fälle lassen sich lesen und ändern.',
  database_down: 'Nichts lässt sich lesen oder speichern. Eingaben werden im Browser aufgehoben.',
  temporal_up: 'Erinnerungen und Fristen werden pünktlich ausgelöst.',
  temporal_down: 'Erinnerungen verzögern sich, nichts geht verloren. Eintragen geht weiter.',
  worker_up: 'Was fällig ist, wird erledigt.',
  worker_down: 'Was fällig ist, wartet und wird nachgeholt. Eintragen geht weiter.',
  relay_up: 'Neue Einträge erreichen die Ablaufsteuerung.',
  relay_down: 'Neue Einträge sind gespeichert, wirken aber später auf Erinnerungen.',
  mail_up: 'E-Mails werden angenommen.',
  mail_down: 'E-Mails gehen später hinaus. In dringenden Fällen bitte anrufen.',
  refolding:
    '{count, plural, one {Ein Fall wird} other {# Fälle werden}} nach einer neuen Version neu aufbereitet. Lesen und Eintragen geht weiter.',
  reading_names:
    'Lotse ist eben gestartet und liest die Namen ein, {count} sind es schon. Die Suche nach Namen geht in wenigen Sekunden.',
  disk_low: 'Auf der Festplatte ist nur noch wenig Platz: {count} MB. Bitte bald Platz schaffen.',
  disk_full:
    'Die Festplatte ist voll. Lesen geht weiter, Neues wird erst wieder gespeichert, wenn Platz geschaffen ist. Was gespeichert ist, geht nicht verloren.',
  clock_differs:
    'Die Uhr des Rechners, der die fälligen Schritte ausführt, weicht um {count, plural, one {eine Sekunde} other {# Sekunden}} ab. Fristen richten sich nach der Uhr der Datenbank und stimmen.',
  differences:
    'Die nächtliche Prüfung hat {count, plural, one {eine Abweichung} other {# Abweichungen}} gefunden, die jemand ansehen muss. Bitte sagen Sie der Technik Bescheid.',
  reconciliation_overdue:
    'Die nächtliche Prüfung ist seit mehr als 36 Stunden nicht fertig geworden. Eintragen und Erinnern geht weiter.',
  recovering:
    'Nach einer Wiederherstellung {count, plural, one {wird für einen Fall} other {werden für # Fälle}} die Termine neu gestellt. Erinnerungen können sich verzögern, nichts geht verloren. Eintragen geht weiter.',
  checked: 'Zuletzt geprüft: {time}. Wird alle 15 Sekunden neu geprüft.',
  links: 'Für die Technik',
  docs: 'Beschreibung der Schnittstelle',
  mails: 'Abgefangene E-Mails ansehen',
};
