import type { ThreeDsWords } from './ja.js';

/** English: what the shopper reads of 3-D Secure. */
export const threeDs: ThreeDsWords = {
  title: 'Card verification',
  remaining: '{time} left',
  'last-minute': 'One minute left.',
  opening: 'Opening your card issuer’s page…',
  'frame-title': 'Your card issuer’s verification',
  cancel: 'Cancel',
  question: 'Cancel the verification?',
  'question-text': 'The payment is not complete until the verification is.',
  continue: 'Continue',
  stop: 'Yes, cancel',
  help: 'No code received?',
  'help-address': 'It goes to the phone number or e-mail address that your card issuer knows. Please check your junk mail, too.',
  'help-again': 'If the issuer’s page can send it again, ask it to. Some issuers ask you to approve in their app instead.',
  'help-phone': 'If nothing arrives, call the number on the back of your card.',
  'way-out': 'Nothing shown? Open as a full page',
  'still-blank': 'Your card issuer’s page has not appeared yet.',
  blocked: 'Your card issuer’s page could not be shown in this window.',
  'whole-page': 'Open as a full page',
  unfinished: 'No result of your card issuer’s verification yet',
  'unfinished-text': 'It began at {time}. Resume it, or check the result if you have finished it.',
  resume: 'Resume',
  check: 'Check the result',
  'time-over': 'The time for the verification is over. Whether the payment went through is not known until the shop has asked.',
  elsewhere: 'The verification of this payment is going on in another tab.',
  consent:
    'To verify that this card is mine and to prevent fraud, I agree that my name, e-mail address, phone number and similar ' +
    'details, and details of this device, are passed on to the card issuer.',
  'consent-missing': 'The payment needs this consent.',
  save: 'Save this card for my next payments. Its number is kept by the payment company, not by the shop.',
  'save-always': 'This card is saved and used for the next payments. Its number is kept by the payment company, not by the shop.',
};
