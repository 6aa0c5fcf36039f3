import type { ShojiCard } from '../elements/shoji-card.js';
import type { ShojiCardAttributes, ShojiCardListeners } from './attributes.js';
declare module 'svelte/elements' {
    interface SvelteHTMLElements {
        'shoji-card': HTMLAttributes<ShojiCard> & ShojiCardAttributes & ShojiCardListeners;
    }
}
