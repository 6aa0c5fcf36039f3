/** Types of `<shoji-card>` in Svelte's templates: `import type {} from 'shoji-card/svelte'` once. Events are `onshoji-token`. */
import type {} from 'svelte/elements';
import type { ShojiCard } from '../elements/shoji-card.js';
import type { ShojiCardAttributes, ShojiCardListeners } from './attributes.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'shoji-card': HTMLAttributes<ShojiCard> & ShojiCardAttributes & ShojiCardListeners;
  }
}
