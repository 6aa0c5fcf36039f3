/** What the plain JavaScript modules of this folder export, for the tests that are TypeScript. */
declare module '*/browsers.mjs' {
  export type Engine = 'chromium' | 'firefox' | 'webkit';
  /** The path of an installed browser that runs. */
  export function find(engine: Engine): string | undefined;
  /** The engines this run must have. */
  export function required(): readonly string[];
  export const CHROMIUM_ARGS: readonly string[];
}

declare module '*/webkitgtk.mjs' {
  export interface WebKit {
    readonly capabilities: { readonly browserVersion: string };
    get(path: string): Promise<unknown>;
    post(path: string, body?: unknown): Promise<unknown>;
    del(path: string): Promise<unknown>;
    goto(url: string): Promise<unknown>;
    close(): Promise<void>;
  }
  export function startWebKit(options?: { acceptInsecureCerts?: boolean; proxy?: object }): Promise<WebKit>;
}

declare module '*/node-totals.mjs' {
  export interface Totals {
    passed: number;
    failed: number;
    skipped: number;
  }
  export function totalsOf(output: string): Totals;
}
