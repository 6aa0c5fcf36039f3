import { r as perform, t as COMMAND } from "./card-command.js";

// src/testing/web-test-runner.ts
/** `shoji-card/testing/web-test-runner`: the plugin for `@web/test-runner` that the half in the page asks. */
/** With `chromeLauncher` (Puppeteer) or `playwrightLauncher`. */
function shojiCardPlugin() {
	return {
		name: "shoji-card",
		async executeCommand({ command, payload, session: { id, browser } }) {
			if (command !== "shoji-card") return void 0;
			const { getPage } = browser;
			if (!getPage) throw new Error(`${browser.name} (${browser.type}) gives no page: use chromeLauncher or playwrightLauncher`);
			return perform(getPage.call(browser, id), payload);
		}
	};
}

export { shojiCardPlugin };