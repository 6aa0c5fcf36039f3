/** Types of `<shoji-card>` in Preact's JSX: `import type {} from 'shoji-card/preact'` once. */
import type { HTMLAttributes } from 'preact';
import type { ShojiCard } from '../elements/shoji-card.js';
import type { ShojiCardAttributes, ShojiCardListeners } from './attributes.js';
declare module 'preact' {
    namespace JSX {
        interface IntrinsicElements {
            'shoji-card': Omit<HTMLAttributes<ShojiCard>, keyof ShojiCardAttributes> & ShojiCardAttributes & ShojiCardListeners;
        }
    }
}
