/**
 * What is used of Playwright's page, frames and locators: those of `@playwright/test`, `playwright` and `playwright-core` fit, and
 * this package depends on none of them.
 */
export interface HandleShape {
    evaluate(run: never, argument?: unknown): Promise<unknown>;
}
/**
 * Runs a function in the page. It is sent there as text: it uses nothing from around it, and names no function inside, because tools
 * that keep the names of functions would leave the page without theirs.
 */
export declare const evaluate: <R>(at: HandleShape, run: (element: never, argument: never) => R, argument?: unknown) => Promise<Awaited<R>>;
export interface LocatorShape extends HandleShape {
    page(): PageShape;
    elementHandle(options?: {
        timeout?: number;
    }): Promise<HandleShape | null>;
    locator(selector: string): LocatorShape;
    first(): LocatorShape;
    all(): Promise<LocatorShape[]>;
    count(): Promise<number>;
    fill(text: string): Promise<void>;
    click(): Promise<void>;
    focus(): Promise<void>;
    inputValue(): Promise<string>;
    textContent(): Promise<string | null>;
    getAttribute(name: string): Promise<string | null>;
    isVisible(): Promise<boolean>;
    waitFor(options?: {
        state?: 'attached' | 'visible';
        timeout?: number;
    }): Promise<void>;
    pressSequentially(text: string): Promise<void>;
}
export interface FrameShape {
    parentFrame(): FrameShape | null;
    frameElement(): Promise<HandleShape | null>;
    locator(selector: string): LocatorShape;
    getByLabel(text: string | RegExp, options?: {
        exact?: boolean;
    }): LocatorShape;
    getByText(text: string | RegExp, options?: {
        exact?: boolean;
    }): LocatorShape;
    getByPlaceholder(text: string | RegExp, options?: {
        exact?: boolean;
    }): LocatorShape;
    getByRole(role: FieldRole, options?: {
        name?: string | RegExp;
        exact?: boolean;
    }): LocatorShape;
}
/** Roles that there are in the frame. */
export type FieldRole = 'textbox' | 'status' | 'form';
export interface PageShape {
    frames(): FrameShape[];
    on(event: 'framenavigated', heard: () => void): unknown;
    off(event: 'framenavigated', heard: () => void): unknown;
    readonly keyboard: KeyboardShape;
}
export interface KeyboardShape {
    press(key: string): Promise<void>;
    type(text: string): Promise<void>;
    insertText(text: string): Promise<void>;
}
