/** Registers `<shoji-card>` in a browser. */
import { ShojiCard } from './elements/shoji-card.js';
export { ShojiCard };
