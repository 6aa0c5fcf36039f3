/** Finds the frame that belongs to an element, although it stands in closed shadow roots: a test tool holds every frame of a page. */
import { type HandleShape } from './shapes.js';
interface AnyFrame {
    parentFrame(): unknown;
    frameElement(): Promise<HandleShape | null>;
}
/** @param card - a handle of the element, in the frame that it is in */
export declare function frameOfCard<F extends AnyFrame>(frames: readonly F[], card: unknown): Promise<F | null>;
export {};
