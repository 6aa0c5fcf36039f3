/** What the half in the page asks of the half in Node, and how that does it with whatever drives the browser. */
import { type CardFieldName } from './card-readiness.js';
import { type HandleShape } from './shapes.js';
export declare const COMMAND = "shoji-card";
/** In the page: the elements that tests have asked for, by number. */
export declare const REGISTER = "shojiCardsUnderTest";
export interface CardCommand {
    readonly id: string;
    readonly action: 'fill' | 'type' | 'press' | 'errors' | 'values';
    readonly values?: Readonly<Partial<Record<CardFieldName, string>>>;
    readonly key?: string;
}
export interface CardAnswer {
    readonly error?: string;
    readonly value?: Readonly<Record<string, string>>;
    /** As the frame sees it, after a change. */
    readonly isComplete?: boolean;
}
interface DriverFrame extends HandleShape {
    parentFrame(): unknown;
    frameElement(): Promise<HandleShape | null>;
    evaluateHandle(run: never, argument?: unknown): Promise<unknown>;
}
/** What Playwright's and Puppeteer's pages have in common. */
export interface DriverPage {
    frames(): DriverFrame[];
    mainFrame(): DriverFrame;
    bringToFront(): Promise<unknown>;
    readonly keyboard: {
        type(text: string): Promise<unknown>;
        press(key: never): Promise<unknown>;
    };
}
export declare function perform(page: DriverPage, { id, action, values, key }: CardCommand): Promise<CardAnswer>;
export {};
