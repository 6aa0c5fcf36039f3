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
  /** Whom its script may ask. */
  readonly connects?: string;
  /** Seconds until the browser goes to an address by itself. */
  readonly refresh?: { readonly seconds: number; readonly url: string };
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Forms may go anywhere (the shop is anywhere), and anybody may frame unless a fault forbids it: GMO's headers are not known. */
export async function writePage(page: Page, status = 200): Promise<Response> {
  const { language, title, body, style = BASE_STYLE, script, frames, connects, refresh } = page;
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
    ...(connects === undefined ? [] : [`connect-src ${connects}`]),
  ].join('; ');
  return new Response(String(text), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      ...(refresh && { Refresh: `${refresh.seconds}; url=${refresh.url}` }),
    },
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

/** The same request once before, behind the page: what is sent two times arrives two times. */
const SUBMIT_TWICE = `
  const [form] = document.forms;
  const data = new URLSearchParams(new FormData(form));
  const before = form.method === 'get' ? fetch(form.action + '?' + data, { mode: 'no-cors', credentials: 'include' })
    : fetch(form.action, { method: 'POST', body: data, mode: 'no-cors', credentials: 'include' });
  const proceed = () => form.submit();
  before.then(proceed, proceed);
`;

/** A page that posts its fields somewhere: how a browser is carried from server to server. */
export const postingPage = (
  action: string,
  fields: Readonly<Record<string, string>>,
  { method = 'post', twice = false }: { method?: 'post' | 'get'; twice?: boolean } = {},
): Page => ({
  language: 'ja',
  title: 'お待ちください / One moment',
  body: html`<form method="${method}" action="${action}" ${twice ? 'data-twice' : ''}>
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <p>次の画面へ移動します。<br /><span lang="en">Taking you to the next page.</span></p>
    <p><button>続ける / Continue</button></p>
  </form>`,
  script: twice ? SUBMIT_TWICE : SUBMIT_AT_ONCE,
  ...(twice && { connects: new URL(action).origin }),
});

/** A page that says what went wrong. */
export const messagePage = (title: string, text: string): Page => ({
  language: 'ja',
  title,
  body: html`<h1>${title}</h1>
    <p>${text}</p>`,
});
