/**
 * The issuer's frame inside the wrapper. The shop's policy names the fields origin only, and issuers cannot be listed: this document's
 * own policy is what lets every https address in.
 */
import type { ChallengeEnd } from '../channel/challenge-hosted-end.js';

const SANDBOX = [
  'allow-scripts', // issuers' pages are applications
  'allow-forms', // the password, and the way back to the shop
  'allow-same-origin', // their storage; without it their forms come from origin `null`. The frame is never of this origin
  'allow-popups', // a help page, an app of the bank
  'allow-popups-to-escape-sandbox', // which has to work like any page
  // never allow-top-navigation: the way out to a full page is the shopper's, in the dialog
].join(' ');

const PERMISSIONS = [
  'publickey-credentials-get *', // passkeys instead of a password (EMV 3DS 2.3, WebAuthn)
  'payment *', // Secure Payment Confirmation, which stands under this name
  'otp-credentials *', // the code out of a text message (WebOTP)
].join('; ');

export function showChallenge(document: Document, end: ChallengeEnd): void {
  const { init } = end;
  const frame = document.createElement('iframe');
  const attributes = { title: init.title, sandbox: SANDBOX, allow: PERMISSIONS, src: init.address };
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  document.addEventListener('securitypolicyviolation', () => {
    end.send({ type: 'blocked' });
  });
  frame.addEventListener('load', () => {
    end.send({ type: 'loaded' });
  });
  document.body.append(frame);
  end.send({ type: 'ready' });
}
