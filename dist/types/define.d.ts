/** Registers `<shoji-card>`. A page that has an element of one of these names already keeps it: nothing of ours runs then. */
import { ShojiCard } from './elements/shoji-card.js';
export { ShojiCard };
