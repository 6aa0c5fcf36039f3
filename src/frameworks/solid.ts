/** Types of `<shoji-card>` in Solid's JSX: `import type {} from 'shoji-card/solid'` once. Events are `on:shoji-token`. */
import type { JSX } from 'solid-js';
import type { ShojiCard } from '../elements/shoji-card.js';
import type { ShojiCardAttributes, ShojiCardEvents } from './attributes.js';

interface ShojiCardTag extends JSX.HTMLAttributes<ShojiCard>, ShojiCardAttributes {}

declare module 'solid-js' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Solid's types are extended
  namespace JSX {
    interface IntrinsicElements {
      'shoji-card': ShojiCardTag;
    }
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the events, under their names
    interface CustomEvents extends ShojiCardEvents {}
  }
}
