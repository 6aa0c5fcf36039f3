/** Evaluated only: the fields are on Braintree's servers. */
import client from 'braintree-web/client';
import hostedFields from 'braintree-web/hosted-fields';

globalThis.braintree = { client, hostedFields };
