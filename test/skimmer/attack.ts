/** One attack of the suite: what a hostile script of the shop's page does, and what counts as its success. */
import type { EngineName } from '../support/session.ts';

export type Order = 'before' | 'after';
export const ORDERS: readonly Order[] = ['before', 'after'];

/**
 * `reading` takes card data out of the genuine fields. `replacement` gets at the frame and puts another document into it, or keeps ours
 * from coming. `imitation` draws fields of its own: no widget can stop that.
 */
export type Aim = 'reading' | 'replacement' | 'imitation';

/**
 * What shows that the attack works: it `reads` the control number; it puts its document into the control's frame (`replaces`); or
 * its own field gets the card (`imitates`), which is then the outcome as well.
 */
export type Control = 'reads' | 'replaces' | 'imitates';

/**
 * What the shopper does. `worker`: the shop has had a service worker for a while. `paste`: copies the card from another site, pastes it,
 * and copies it again in our field. Special flows have a test of their own in `chromium-only.test.ts`.
 */
export type Flow = 'type' | 'paste' | 'worker' | 'compose' | 'clipboard' | 'autofill' | 'leave-and-return';

export interface Attack {
  /** As in the table. */
  readonly id: string;
  /** What it does, in a line. */
  readonly what: string;
  readonly aim: Aim;
  readonly control: Control;
  /** Runs in the page: see `page-scripts.ts` for what is in its scope. */
  readonly script: string;
  /**
   * Disturbs others, so it gets a page of its own; `before` when it can only then. All attacks of a file that only listen share one.
   */
  readonly alone?: true | Order;
  /** What it collects has digits of other origin (sizes, times, the words of a message): four in a row count, not two. */
  readonly noisy?: boolean;
  /** Where `after` (or `before`) makes no sense, the other one alone. */
  readonly only?: Order;
  /** Engines that have what the attack needs; the others are listed with the reason. */
  readonly engines?: readonly EngineName[];
  /** Engines in which it can still come after us, where others refuse it then. */
  readonly afterIn?: readonly EngineName[];
  readonly why?: string;
  /** Gets the port that was meant for the frame, and says `taken from ours` then. */
  readonly takesPort?: true;
  /** Goes a way that engines treat differently, so that the core has it in each of them. */
  readonly differs?: true;
  readonly flow?: Flow;
  /** A policy of the page that keeps what the attack does besides from disturbing the test. */
  readonly pagePolicy?: string;
}

/** New windows take the keyboard away, and prove nothing: only frames have what the attacks look for. */
export const WITHOUT_POPUPS = 'sandbox allow-scripts allow-same-origin allow-forms';

export const ordersOf = ({ only }: Attack): readonly Order[] => (only ? [only] : ORDERS);
export const runsIn = ({ engines }: Attack, engine: EngineName): boolean => engines?.includes(engine) ?? true;
export const comesIn = ({ afterIn }: Attack, engine: EngineName, order: Order): boolean => order === 'before' || (afterIn?.includes(engine) ?? true);
