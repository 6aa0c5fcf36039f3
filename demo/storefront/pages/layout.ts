/** The frame around every page. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language, Words } from '../wording.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every page knows of its visitor. */
export interface Visit {
  readonly language: Language;
  readonly words: Words;
  readonly cartCount: number;
  readonly isMember: boolean;
  /** Where the language switch leads: the address of this page, or of the page that a form belongs to. */
  readonly path: string;
}

export interface PageHead {
  readonly title: string;
  /** Seconds until the page loads itself again. */
  readonly refresh?: number;
  readonly script?: { readonly src: string; readonly nonce: string; readonly integrity: string | undefined };
  /** Saved cards and 支払方法. */
  readonly membersScript?: { readonly src: string; readonly nonce: string; readonly integrity: string | undefined };
  /** The shop's own, after the other ones. */
  readonly ownScript?: { readonly src: string; readonly nonce: string };
}

/** As they stand in a start tag. */
export const attributes = (values: Readonly<Record<string, string>>): readonly Markup[] =>
  Object.entries(values).map(([name, value], index) => html`${index ? ' ' : ''}${name}="${value}"`);

export function layout(visit: Visit, head: PageHead, body: Markup): Markup {
  const { words, language, cartCount, isMember, path } = visit;
  const { script, membersScript, ownScript } = head;
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${head.title} | ${words.shop}</title>
    ${head.refresh ? html`<meta http-equiv="refresh" content="${String(head.refresh)}">` : ''}
    <link rel="icon" href="/pictures/mark.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/shop.css">
    ${[script, membersScript].map((each) =>
      each
        ? html`<script src="${each.src}" ${each.integrity ? html`integrity="${each.integrity}"` : ''}
      crossorigin="anonymous" nonce="${each.nonce}" defer></script>`
        : '',
    )}
    ${ownScript ? html`<script src="${ownScript.src}" nonce="${ownScript.nonce}" defer></script>` : ''}
  </head>
  <body>
    <a class="skip" href="#content">${words.skip}</a>
    <header class="head">
      <a class="brand" href="/">
        <img src="/pictures/mark.svg" alt="" width="40" height="40">
        <span><strong>${words.shop}</strong><small>${words.tagline}</small></span>
      </a>
      <nav aria-label="${words.navigation}">
        <a href="${isMember ? '/account' : '/sign-in'}">${isMember ? words.account.account : words.account.signIn}</a>
        <a href="/orders">${words.orders}</a>
        <a href="/cart">${words.cart}${cartCount ? html` <b class="count">${words.inCart(cartCount)}</b>` : ''}</a>
        <a class="tongue" href="${path}?lang=${words.other.language}" lang="${words.other.language}"
          hreflang="${words.other.language}">${words.other.label}</a>
      </nav>
    </header>
    <main id="content" tabindex="-1">
${body}
    </main>
    <footer class="foot">
      <p>${words.demonstration}</p>
      <p><a href="/legal">${words.legal}</a></p>
    </footer>
  </body>
</html>
`;
}
