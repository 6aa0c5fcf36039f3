/** Registers `<shoji-card>` in a browser. */
import { ShojiCard } from './elements/shoji-card.js';
import { registerShojiCard } from './register.js';

registerShojiCard();

export { ShojiCard };
