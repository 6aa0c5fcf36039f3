import type { ThreeDsWords } from './ja.js';

/** Français: what the shopper reads of 3-D Secure. */
export const threeDs: ThreeDsWords = {
  title: 'Vérification de la carte',
  remaining: 'Reste {time}',
  'last-minute': 'Il reste une minute.',
  opening: 'Ouverture de la page de votre banque…',
  'frame-title': 'Vérification par votre banque',
  cancel: 'Annuler',
  question: 'Annuler la vérification ?',
  'question-text': 'Le paiement n’est terminé qu’après la vérification.',
  continue: 'Continuer',
  stop: 'Oui, annuler',
  help: 'Code non reçu ?',
  'help-address':
    'Il est envoyé au numéro de téléphone ou à l’adresse e-mail enregistrés auprès de votre banque. Vérifiez aussi vos courriers indésirables.',
  'help-again':
    'Si la page de la banque propose de le renvoyer, faites-le. Certaines banques demandent plutôt une validation dans ' +
    'leur application.',
  'help-phone': 'Si rien n’arrive, appelez le numéro au dos de votre carte.',
  'way-out': 'Rien ne s’affiche ? Ouvrir en pleine page',
  'still-blank': 'La page de votre banque ne s’est pas encore affichée.',
  blocked: 'La page de votre banque n’a pas pu s’afficher dans cette fenêtre.',
  'whole-page': 'Ouvrir en pleine page',
  unfinished: 'Pas encore de résultat de la vérification par votre banque',
  'unfinished-text': 'Elle a commencé à {time}. Reprenez-la, ou consultez le résultat si vous l’avez terminée.',
  resume: 'Reprendre',
  check: 'Voir le résultat',
  'time-over':
    'Le temps de la vérification est écoulé. On ne saura si le paiement a abouti que lorsque la boutique l’aura vérifié.',
  elsewhere: 'La vérification de ce paiement se fait dans un autre onglet.',
  consent:
    'Pour vérifier que cette carte est la mienne et prévenir la fraude, j’accepte que mon nom, mon adresse e-mail, mon ' +
    'numéro de téléphone et des données similaires, ainsi que des données sur cet appareil, soient transmis à l’émetteur ' +
    'de la carte.',
  'consent-missing': 'Votre accord est nécessaire pour payer.',
  save: 'Enregistrer cette carte pour mes prochains paiements. Son numéro est conservé par la société de paiement, pas par la boutique.',
  'save-always':
    'Cette carte est enregistrée et servira aux prochains paiements. Son numéro est conservé par la société de paiement, pas par la boutique.',
};
