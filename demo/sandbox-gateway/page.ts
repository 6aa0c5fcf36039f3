/**
 * HTML pages of the sandbox: escaped by `hono/html`, with a CSP that allows the page's own style and script by hash and
 * nothing else.
 */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  readonly language: 'ja' | 'en';
  readonly title: string;
  readonly body: Markup;
  readonly style?: string;
  readonly script?: string;
  /** Whom the page may frame. */
  readonly frames?: string;
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Forms may go anywhere (the shop is anywhere), and anybody may frame: GMO's headers are not known. */
export async function writePage(page: Page, status = 200): Promise<Response> {
  const { language, title, body, style = BASE_STYLE, script, frames } = page;
  const text = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>${raw(style)}</style>
      </head>
      <body>
        ${body} ${script === undefined ? '' : html`<script>${raw(script)}</script>`}
      </body>
    </html>`;
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    'img-src data:',
    `style-src ${hash(style)}`,
    ...(script === undefined ? [] : [`script-src ${hash(script)}`]),
    ...(frames === undefined ? [] : [`frame-src ${frames}`]),
  ].join('; ');
  return new Response(String(text), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' },
  });
}

/** For pages that are gone in a moment. */
export const BASE_STYLE = `
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; }
  body { margin: 0; padding: 4rem 1rem; text-align: center; }
  button { min-height: 3rem; padding: 0 2rem; border: 0; border-radius: 8px; background: #1d4ed8; color: #fff; font: inherit; }
  button:focus-visible { outline: 3px solid #93c5fd; outline-offset: 2px; }
  iframe { position: absolute; width: 0; height: 0; border: 0; }
`;

/** Sends the first form of the page at once; its button is there for browsers without script. */
const SUBMIT_AT_ONCE = 'document.forms[0].submit();';

/** A page that posts its fields somewhere: how a browser is carried from server to server. */
export const postingPage = (action: string, fields: Readonly<Record<string, string>>): Page => ({
  language: 'ja',
  title: 'お待ちください / One moment',
  body: html`<form method="post" action="${action}">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <p>次の画面へ移動します。<br /><span lang="en">Taking you to the next page.</span></p>
    <p><button>続ける / Continue</button></p>
  </form>`,
  script: SUBMIT_AT_ONCE,
});

/** A page that says what went wrong. */
export const messagePage = (title: string, text: string): Page => ({
  language: 'ja',
  title,
  body: html`<h1>${title}</h1>
    <p>${text}</p>`,
});
