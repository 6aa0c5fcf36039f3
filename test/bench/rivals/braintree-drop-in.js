/** Evaluated only: the fields are on Braintree's servers. */
import dropIn from 'braintree-web-drop-in';

globalThis.braintree = { dropIn };
