import type { ThreeDsWords } from './ja.js';

/** Deutsch: what the shopper reads of 3-D Secure. */
export const threeDs: ThreeDsWords = {
  title: 'Kartenprüfung',
  remaining: 'Noch {time}',
  'last-minute': 'Noch eine Minute.',
  opening: 'Die Seite Ihrer Bank wird geöffnet…',
  'frame-title': 'Prüfung durch Ihre Bank',
  cancel: 'Abbrechen',
  question: 'Prüfung abbrechen?',
  'question-text': 'Erst nach der Prüfung ist die Zahlung abgeschlossen.',
  continue: 'Prüfung fortsetzen',
  stop: 'Ja, abbrechen',
  help: 'Kein Code angekommen?',
  'help-address':
    'Er wird an die bei Ihrer Bank hinterlegte Telefonnummer oder E-Mail-Adresse gesendet. Sehen Sie bitte auch im Spam-Ordner nach.',
  'help-again':
    'Lassen Sie ihn erneut senden, wenn die Seite der Bank das anbietet. Manche Banken fragen stattdessen in ihrer App.',
  'help-phone': 'Kommt nichts an, rufen Sie bitte die Nummer auf der Rückseite der Karte an.',
  'way-out': 'Nichts zu sehen? Als ganze Seite öffnen',
  'still-blank': 'Die Seite Ihrer Bank ist noch nicht erschienen.',
  blocked: 'Die Seite Ihrer Bank konnte in diesem Fenster nicht angezeigt werden.',
  'whole-page': 'Als ganze Seite öffnen',
  unfinished: 'Noch kein Ergebnis der Prüfung durch Ihre Bank',
  'unfinished-text': 'Sie begann um {time}. Setzen Sie sie fort, oder fragen Sie das Ergebnis ab, wenn Sie fertig sind.',
  resume: 'Fortsetzen',
  check: 'Ergebnis abfragen',
  'time-over':
    'Die Zeit für die Prüfung ist abgelaufen. Ob die Zahlung gelungen ist, steht erst fest, wenn der Shop nachgefragt hat.',
  elsewhere: 'Die Prüfung dieser Zahlung läuft in einem anderen Tab.',
  consent:
    'Damit geprüft werden kann, dass die Karte mir gehört, und zum Schutz vor Betrug bin ich damit einverstanden, dass ' +
    'mein Name, meine E-Mail-Adresse, meine Telefonnummer und ähnliche Angaben sowie Angaben zu diesem Gerät an die ' +
    'kartenausgebende Bank weitergegeben werden.',
  'consent-missing': 'Für die Zahlung ist diese Einwilligung nötig.',
  save: 'Diese Karte für die nächsten Zahlungen speichern. Ihre Nummer bewahrt der Zahlungsdienst auf, nicht der Shop.',
  'save-always': 'Diese Karte wird gespeichert und für die nächsten Zahlungen benutzt. Ihre Nummer bewahrt der Zahlungsdienst auf, nicht der Shop.',
};
