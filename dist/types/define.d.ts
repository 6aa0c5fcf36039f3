/**
 * Registers `<shoji-card>`. A page that has an element of this name already keeps it. When only the vault's name was taken, the card
 * is not registered: it would run with somebody else's vault.
 */
import { ShojiCard } from './elements/shoji-card.js';
export { ShojiCard };
