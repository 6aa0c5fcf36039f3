interface Session {
    readonly id: string;
    readonly browser: {
        readonly name: string;
        readonly type: string;
    };
}
export interface ShojiCardPlugin {
    readonly name: string;
    executeCommand(call: {
        command: string;
        payload?: unknown;
        session: Session;
    }): Promise<unknown>;
}
/** With `chromeLauncher` (Puppeteer) or `playwrightLauncher`. */
export declare function shojiCardPlugin(): ShojiCardPlugin;
export {};
