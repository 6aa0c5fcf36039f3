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
    run(script: string): Promise<unknown>;
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

declare module '*/failed-tests.mjs' {
  export function failedIn(output: string): string[];
}

declare module '*/audit-verdict.mjs' {
  export interface AuditVerdict {
    readonly kind: 'clean' | 'finding' | 'refused';
    readonly text: string;
  }
  export function auditVerdict(output: string, only?: readonly string[]): AuditVerdict;
}

declare module '*/script-inventory.mjs' {
  export interface InventoriedScript {
    /** In dist/; or */
    readonly file?: string;
    /** somebody else's. */
    readonly address?: string;
    readonly runsIn: string;
    readonly responsible: string;
    readonly justification: string;
    readonly authorised: string;
    readonly integrityAssured: string;
    readonly integrity: string | null;
    /** The hosted documents that let it run, of what runs in one. */
    readonly documents?: readonly string[];
    /** The one by which the hosted document's policy lets it run. */
    readonly cspHash?: string;
  }
  export function scriptInventory(
    files: ReadonlyMap<string, Uint8Array>,
    project: { readonly name: string; readonly version: string },
  ): { readonly about: string; readonly package: string; readonly scripts: readonly InventoriedScript[] };
}

declare module '*/bill-of-materials.mjs' {
  interface LockedPackage {
    readonly integrity?: string;
    readonly dependencies?: Readonly<Record<string, string>>;
  }
  export function openLock(packages: Readonly<Record<string, LockedPackage>>): {
    entryOf(place: string): LockedPackage;
    find(place: string, name: string): string;
    needs(place: string): string[];
    placeOf(module: string): string | undefined;
  };
}

declare module '*/second-try.mjs' {
  export interface Outcome {
    readonly file: string;
    readonly path: string;
    readonly outcome: string;
  }
  export const SECOND_TRY: string;
  export function entriesOf(test: Outcome, files: readonly string[], sourceOf: (file: string) => string): string[];
  export function mergeOutcomes(first: readonly Outcome[], second: readonly Outcome[]): { readonly outcomes: readonly Outcome[]; readonly late: readonly string[] };
  export function closingLine(told: { readonly outcomes: readonly Outcome[]; readonly late?: readonly string[] }): string;
  export function lateIn(output: string): string[];
}
