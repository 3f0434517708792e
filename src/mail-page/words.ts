import type { Language } from '../journeys/views/language.js';

const german = {
  intro:
    'Lotse hält fest, was auf dem Weg in die Ausbildung geschehen ist, wacht über jede Frist und erinnert rechtzeitig.',
  demonstration: 'Vorführung: Alle Personen sind erfunden.',
  access: 'Die Zugänge stehen im Fenster, in dem Lotse gestartet wurde.',
  links: 'Verweise',
  docs: 'Beschreibung der Schnittstelle (API)',
  temporal: 'Oberfläche von Temporal',
  noScript: 'Zum Anmelden und Lesen braucht diese Seite JavaScript.',
  signIn: 'Anmelden',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  signOut: 'Abmelden',
  mails: 'Aufgefangene Mails',
  caught:
    'Von hier geht keine Mail nach draußen. Was Lotse schreibt, wird aufgefangen und ist hier zu lesen.',
  sentOut:
    'Mails gehen an den eingetragenen Mailserver (SMTP_URL) und kommen bei den Empfängern an. Hier werden sie nicht angezeigt.',
  reload: 'Neu laden',
  older: 'Ältere zeigen',
  empty:
    'Noch keine Mail. Sobald Lotse eine schreibt, erscheint sie hier von selbst; nach einem Eintrag dauert das meist keine Minute.',
  back: 'Zurück zur Liste',
  to: 'An',
  from: 'Von',
  subject: 'Betreff',
  date: 'Datum',
  unsubscribe: 'Abbestellen',
  noSubject: '(ohne Betreff)',
  noText: 'Diese Mail hat keinen Text.',
};

/** What the script says when something has happened. */
const saidInGerman = {
  account: 'Angemeldet als {name} ({email})',
  ofRegion: 'Sie sehen alle Mails.',
  ofOwn: 'Sie sehen die Mails an Sie selbst und an die Teilnehmenden, für die Sie zuständig sind.',
  admin:
    'Mit diesem Zugang werden Konten und System verwaltet. Mails an Teilnehmende sind damit nicht zu lesen.',
  wrong:
    'E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beides und versuchen Sie es noch einmal.',
  wait: 'Das waren viele Versuche. Bitte versuchen Sie es in {seconds} Sekunden noch einmal.',
  away: 'Lotse antwortet gerade nicht. Diese Seite versucht es von selbst weiter.',
  tryAgain: 'Lotse antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
  back: 'Lotse antwortet wieder.',
  signedOut: 'Sie sind abgemeldet.',
  expired: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich neu an.',
  upToDate: 'Die Liste ist auf dem neuesten Stand.',
  oneNew: 'Eine neue Mail.',
  manyNew: '{count} neue Mails.',
  gone: 'Diese Mail gibt es nicht mehr.',
};

const english: typeof german = {
  intro:
    'Lotse records what has happened on the way into training, watches every deadline, and reminds in time.',
  demonstration: 'Demonstration: everybody in it is invented.',
  access: 'Who may sign in stands in the window in which Lotse was started.',
  links: 'Links',
  docs: 'Description of the API',
  temporal: 'Temporal’s own pages',
  noScript: 'This page needs JavaScript to sign in and to read.',
  signIn: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  signOut: 'Sign out',
  mails: 'Caught mails',
  caught: 'No mail leaves this place. What Lotse writes is caught, and can be read here.',
  sentOut:
    'Mail goes to the mail server that was named (SMTP_URL) and reaches its recipients. It is not shown here.',
  reload: 'Reload',
  older: 'Show older ones',
  empty:
    'No mail yet. As soon as Lotse writes one it appears here by itself; after an entry that mostly takes less than a minute.',
  back: 'Back to the list',
  to: 'To',
  from: 'From',
  subject: 'Subject',
  date: 'Date',
  unsubscribe: 'Unsubscribe',
  noSubject: '(no subject)',
  noText: 'This mail has no text.',
};

const saidInEnglish: typeof saidInGerman = {
  account: 'Signed in as {name} ({email})',
  ofRegion: 'You see all mails.',
  ofOwn: 'You see the mails to yourself and to the participants who are in your care.',
  admin: 'This account manages accounts and the system. Mails to participants can’t be read with it.',
  wrong: 'E-mail address and password do not fit. Please check both and try again.',
  wait: 'Those were many attempts. Please try again in {seconds} seconds.',
  away: 'Lotse does not answer just now. This page goes on trying by itself.',
  tryAgain: 'Lotse does not answer just now. Please try again in a moment.',
  back: 'Lotse answers again.',
  signedOut: 'You are signed out.',
  expired: 'Your session has ended. Please sign in again.',
  upToDate: 'The list is up to date.',
  oneNew: 'One new mail.',
  manyNew: '{count} new mails.',
  gone: 'This mail does not exist any more.',
};

/** The page's words: what stands on it, and what its script says. */
export const wordsIn: Record<Language, { shown: typeof german; said: typeof saidInGerman }> = {
  de: { shown: german, said: saidInGerman },
  en: { shown: english, said: saidInEnglish },
};
