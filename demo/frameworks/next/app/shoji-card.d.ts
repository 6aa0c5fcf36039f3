import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ShojiCard } from 'shoji-card';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'shoji-card': DetailedHTMLProps<HTMLAttributes<ShojiCard>, ShojiCard> & Record<string, unknown>;
    }
  }
}
