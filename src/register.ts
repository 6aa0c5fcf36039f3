/**
 * Registers `<shoji-card>`. A page that has an element of this name already keeps it. When only the vault's name was taken, the card
 * is not registered: it would run with somebody else's vault. In Node nothing happens.
 */
import { ShojiCard } from './elements/shoji-card.js';
import { Vault } from './vault/vault.js';

export function registerShojiCard(): void {
  if (typeof customElements === 'undefined') return;
  if (customElements.get('shoji-card') || customElements.get('shoji-vault')) {
    console.error('shoji-card is registered already; this copy does nothing.');
    performance.mark('shoji-card-again'); // for the doctor
  } else {
    customElements.define('shoji-vault', Vault);
    customElements.define('shoji-card', ShojiCard);
  }
}
