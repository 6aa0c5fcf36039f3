/** One browser tab, driven the same way in three engines: real keys, real clicks, everyday navigation. */
import { after } from 'node:test';
import { find, required } from './browsers.mjs';
import { closeChromium, startChromium } from './session-chromium.ts';
import { closeFirefox, startFirefox } from './session-firefox.ts';
import { startWebKitGtk } from './session-webkit.ts';

export * from './session-keys.ts';
export { until } from './session-until.ts';

export type EngineName = 'chromium' | 'firefox' | 'webkit';
export const ENGINES: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

export interface Session {
  readonly engine: EngineName;
  readonly version: string;
  /** Resolves when the document has loaded. */
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** The JSON value of an expression (or what its promise resolves to) in the top document; `null` for `undefined`. */
  run<T>(script: string): Promise<T>;
  /** The same in the document of the first frame. WebKit finds a frame only where the shadow roots around it are open. */
  runInFrame<T>(script: string): Promise<T>;
  /**
   * The same in the document of that origin, however deep its frame is; `null` while there is none. WebKit finds frames only where the
   * shadow roots around them are open.
   */
  runInFrameOf<T>(origin: string, script: string): Promise<T | null>;
  /** A real mouse click there, CSS pixels of the viewport, whatever document is at that point. */
  clickAt(x: number, y: number): Promise<void>;
  /** A real mouse click on the middle of the first such element of the top document, scrolled into view. */
  click(css: string): Promise<void>;
  /** Real key presses, one by one, into whatever has the focus: characters, and the constants TAB, ENTER, … */
  keys(text: string): Promise<void>;
  /** Resolves when the previous document is there again; its frames may still load. */
  back(): Promise<void>;
  reload(): Promise<void>;
  /** The size of the viewport. */
  resize(width: number, height: number): Promise<void>;
  /** A PNG of the viewport. */
  screenshot(path: string): Promise<void>;
  /** Runs a script before the page's own in every new top document. Rejects in WebKit, whose driver has no such command. */
  onNewDocument(script: string): Promise<void>;
  /** Console messages and uncaught errors of all frames so far. Always empty in WebKit, whose driver does not tell. */
  consoleText(): readonly string[];
  close(): Promise<void>;
}

const START: Record<EngineName, () => Promise<Session>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKitGtk,
};

/**
 * A new tab without cookies or storage, of a browser that prefers Japanese (WebKitGTK: English, it follows the system's locales).
 * The browser process of Chromium and Firefox is shared within a test file.
 */
export const startSession = (engine: EngineName): Promise<Session> => START[engine]();

// At the top of the module, so that node runs it after the last test of the file and not of the test that started a browser.
after(async () => {
  await Promise.all([closeChromium(), closeFirefox()]);
});

/** For a test's `skip`: why the engine is left out. False when it is there, or when this run demands it and must fail without. */
export function missing(engine: EngineName): false | string {
  if (required().includes(engine) || find(engine)) return false;
  return `${engine} is not installed`;
}
