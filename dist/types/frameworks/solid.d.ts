/** Types of `<shoji-card>` in Solid's JSX: `import type {} from 'shoji-card/solid'` once. Events are `on:shoji-token`. */
import type { JSX } from 'solid-js';
import type { ShojiCard } from '../elements/shoji-card.js';
import type { ShojiCardAttributes, ShojiCardEvents } from './attributes.js';
interface ShojiCardTag extends JSX.HTMLAttributes<ShojiCard>, ShojiCardAttributes {
}
declare module 'solid-js' {
    namespace JSX {
        interface IntrinsicElements {
            'shoji-card': ShojiCardTag;
        }
        interface CustomEvents extends ShojiCardEvents {
        }
    }
}
export {};
