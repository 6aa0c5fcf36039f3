/** Registers `<shoji-card>`. A page that has an element of one of these names already keeps it: nothing of ours runs then. */
import { ShojiCard } from './elements/shoji-card.js';
import { Vault } from './vault/vault.js';

// The vault first: if somebody took its name, the card fails to register instead of running without its vault.
if (typeof customElements !== 'undefined' && !customElements.get('shoji-card')) {
  customElements.define('shoji-vault', Vault);
  customElements.define('shoji-card', ShojiCard);
}

export { ShojiCard };
