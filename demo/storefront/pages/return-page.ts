import { html } from 'hono/html';
import type { Language, Words } from '../wording.ts';
import type { Markup } from './layout.ts';

/**
 * Where a challenge ends that was shown in a dialog. In the dialog's frame the script tells the page around it; at top level
 * it goes on to `next`; and without the script the link does.
 */
export function returnPage(
  language: Language,
  words: Words,
  { next, script }: { next: string; script: { src: string; nonce: string } },
): Markup {
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${words.returning} | ${words.shop}</title>
    <link rel="icon" href="/pictures/mark.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/shop.css">
    <script src="${script.src}" crossorigin="anonymous" nonce="${script.nonce}" data-next="${next}"></script>
  </head>
  <body>
    <main>
      <section class="standing"><h1>${words.returning}</h1><p>${words.returningText}</p>
        <p class="choices"><a class="button" href="${next}" target="_top">${words.proceed}</a></p></section>
    </main>
  </body>
</html>
`;
}
