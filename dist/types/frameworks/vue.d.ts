/**
 * Types of `<shoji-card>` in Vue's templates: `import type {} from 'shoji-card/vue'` once. Vue has to be told that it is an element of the browser's:
 * `compilerOptions: { isCustomElement: (tag) => tag === 'shoji-card' }`.
 */
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { ShojiCardAttributes, ShojiCardEvents } from './attributes.js';
/** `@shoji-token` is the prop `onShojiToken` of a component. */
interface Listeners {
    readonly onShojiReady?: (event: ShojiCardEvents['shoji-ready']) => void;
    readonly onShojiChange?: (event: ShojiCardEvents['shoji-change']) => void;
    readonly onShojiToken?: (event: ShojiCardEvents['shoji-token']) => void;
    readonly onShojiError?: (event: ShojiCardEvents['shoji-error']) => void;
    readonly onShojiChallenge?: (event: ShojiCardEvents['shoji-challenge']) => void;
    readonly onShojiOutcome?: (event: ShojiCardEvents['shoji-outcome']) => void;
}
declare module 'vue' {
    interface GlobalComponents {
        'shoji-card': DefineComponent<ShojiCardAttributes & Listeners & /* @vue-ignore */ Omit<HTMLAttributes, keyof ShojiCardAttributes>>;
    }
}
export {};
