/** `shoji-card/testing/web-test-runner`: the plugin for `@web/test-runner` that the half in the page asks. */
import { COMMAND, perform, type CardCommand, type DriverPage } from './card-command.js';

interface Session {
  readonly id: string;
  readonly browser: { readonly name: string; readonly type: string };
}

export interface ShojiCardPlugin {
  readonly name: string;
  executeCommand(call: { command: string; payload?: unknown; session: Session }): Promise<unknown>;
}

/** With `chromeLauncher` (Puppeteer) or `playwrightLauncher`. */
export function shojiCardPlugin(): ShojiCardPlugin {
  return {
    name: 'shoji-card',
    async executeCommand({ command, payload, session: { id, browser } }) {
      if (command !== COMMAND) return undefined;
      const { getPage } = browser as { getPage?: (this: unknown, id: string) => DriverPage };
      if (!getPage) throw new Error(`${browser.name} (${browser.type}) gives no page: use chromeLauncher or playwrightLauncher`);
      return perform(getPage.call(browser, id), payload as CardCommand);
    },
  };
}
