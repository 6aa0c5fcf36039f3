/** The page's markup. Its script finds what it needs by `id` and by the names of the controls; nothing is set by markup from text. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { FAULT_CHOICES } from '../sandbox-gateway/faults.ts';
import type { Manifest } from './manifest.ts';
import { GROUPS, referenceOf, type Entry, type Group } from './reference.ts';
import { BRANDS, FIELDS_FAULTS, GATEWAY_FAULTS, INITIAL, LANGUAGES, THEMES, WIDTH, type SettingName } from './settings.ts';
import type { Addresses } from './snippet.ts';
import type { Themes } from './themes.ts';
import { words as allWords, type Language, type Words } from './wording.ts';

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageOptions {
  readonly language: Language;
  readonly nonce: string;
  readonly addresses: Addresses;
  readonly themes: Themes;
  readonly manifest: Manifest;
  readonly shopOrigin: string;
  /** Null without a sandbox: then there are no faults of the gateway. */
  readonly gatewayOrigin: string | null;
}

/** What the page's script is told. */
export interface PageData {
  readonly addresses: Addresses;
  readonly themes: Themes;
  readonly states: readonly string[];
  readonly hasGateway: boolean;
  readonly words: Pick<Words, 'copied' | 'copyNot' | 'rules' | 'faultRefused' | 'eventsNone'>;
}

/**
 * What the page's script imports. WebKit holds imports to a nonce that it does not hand on to them: loaded beforehand, with the nonce,
 * they are there.
 */
export const MODULES = ['/browser/controls.js', '/browser/stage.js', '/browser/event-log.js', '/settings.js', '/snippet.js'] as const;

const METHODS = ['focus', 'checkValidity', 'reportValidity', 'tokenize', 'authenticate', 'clear'] as const;

const FIELDS = ['number expiry cvc name', 'number expiry cvc', 'name number expiry cvc', 'number cvc expiry', 'number expiry'] as const;

export function playgroundPage(options: PageOptions): Markup {
  const { language, nonce, addresses, themes, manifest, shopOrigin, gatewayOrigin } = options;
  const words = allWords[language];
  const { copied, copyNot, rules, faultRefused, eventsNone } = words;
  const data: PageData = {
    addresses,
    themes,
    states: manifest.element.cssStates.map(({ name }) => name),
    hasGateway: gatewayOrigin !== null,
    words: { copied, copyNot, rules, faultRefused, eventsNone },
  };
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${words.title} | Shoji Card</title>
    <link rel="icon" href="/mark.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/playground.css">
    <script src="${addresses.script}" integrity="${addresses.integrity}" crossorigin="anonymous" nonce="${nonce}" defer></script>
    <script id="data" type="application/json">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
    ${MODULES.map((path) => html`<link rel="modulepreload" href="${path}" nonce="${nonce}">`)}
    <script type="module" src="/browser/main.js" nonce="${nonce}"></script>
  </head>
  <body>
    <a class="skip" href="#stage">${words.skip}</a>
    <form id="settings"></form>
    <header class="head">
      <img src="/mark.svg" alt="" width="40" height="40">
      <div><h1>${words.title}</h1><p>${words.lead}</p></div>
      <nav aria-label="${words.links}">
        <a href="${shopOrigin}">${words.shop}</a>
        ${gatewayOrigin === null ? '' : html`<a href="${gatewayOrigin}">${words.gateway}</a>`}
        <a href="#reference">${words.reference}</a>
        <a id="tongue" class="tongue" href="?ui=${words.other.language}" lang="${words.other.language}" hreflang="${words.other.language}">${words.other.label}</a>
      </nav>
    </header>
    <main>
      <div class="bench">
        <section class="shown" aria-labelledby="stage-title">
          <h2 id="stage-title" class="offstage">${words.stage}</h2>
          ${toolbar(words)}
          <div id="stage" class="stage" tabindex="0" role="group" aria-label="${words.stage}"><div id="sheet" class="sheet"></div></div>
          <div class="actions" role="group" aria-label="${words.actions}">
            ${METHODS.map((method) => html`<button type="button" data-method="${method}"><code>${method}()</code></button>`)}
          </div>
          <h2 class="offstage">${words.standing}</h2>
          <dl id="standing" class="standing"></dl>
        </section>
        ${panel(words, gatewayOrigin !== null)}
        <section class="output" aria-labelledby="html-title">
          ${blockHead('html-title', words.html, html`<button type="button" class="quiet-button" data-copy="html-code">${words.copy}</button>`)}
          <pre tabindex="0" role="group" aria-labelledby="html-title"><code id="html-code"></code></pre>
        </section>
        <section class="output" aria-labelledby="css-title">
          ${blockHead('css-title', words.css, html`<button type="button" class="quiet-button" data-copy="css">${words.copy}</button>`)}
          <textarea id="css" name="css" form="settings" rows="14" spellcheck="false" autocapitalize="off" autocomplete="off" aria-labelledby="css-title" aria-describedby="css-hint"></textarea>
          <p id="css-hint" class="quiet">${words.cssHint} <output id="rules" for="css"></output></p>
        </section>
        <section class="log" aria-labelledby="events-title">
          ${blockHead('events-title', words.events, html`<button type="button" class="quiet-button" id="empty-log">${words.empty}</button>`)}
          <p class="quiet">${words.eventsHint}</p>
          <ol id="log" tabindex="0" aria-labelledby="events-title" reversed><li class="quiet">${words.eventsNone}</li></ol>
        </section>
      </div>
      <p id="said" class="said" role="status"></p>
      ${reference(words, referenceOf(manifest, language, words.asFormControl))}
    </main>
  </body>
</html>
`;
}

const blockHead = (id: string, title: string, button: Markup): Markup => html`<div class="block-head"><h2 id="${id}">${title}</h2>${button}</div>`;

/** One of a few, side by side. */
const choices = (name: SettingName, legend: string, options: Readonly<Record<string, string>>): Markup => html`<fieldset class="choices">
  <legend>${legend}</legend>
  ${Object.entries(options).map(
    ([value, label]) => html`<label><input type="radio" name="${name}" value="${value}" form="settings" ${INITIAL[name] === value ? 'checked' : ''}><span>${label}</span></label>`,
  )}
</fieldset>`;

const select = (name: SettingName, label: string | Markup, options: readonly (readonly [value: string, label: string])[]): Markup => html`<label class="row">
  <span>${label}</span>
  <select name="${name}" form="settings">${options.map(
    ([value, text]) => html`<option value="${value}" ${INITIAL[name] === value ? 'selected' : ''}>${text}</option>`,
  )}</select>
</label>`;

const text = (name: SettingName, options: { list?: string; placeholder?: string; inputmode?: string } = {}): Markup => html`<label class="row">
  <span><code>${name}</code></span>
  <input name="${name}" form="settings" value="${INITIAL[name]}" autocomplete="off" autocapitalize="off" spellcheck="false" ${
    options.list ? html`list="${options.list}"` : ''
  } ${options.inputmode ? html`inputmode="${options.inputmode}"` : ''} ${options.placeholder ? html`placeholder="${options.placeholder}"` : ''}>
</label>`;

const box = (name: SettingName, label: string | Markup, value = 'on'): Markup => html`<label class="box">
  <input type="checkbox" name="${name}" value="${value}" form="settings" ${INITIAL[name] === value ? 'checked' : ''}><span>${label}</span>
</label>`;

const attribute = (name: string): Markup => html`<code>${name}</code>`;
const same = (values: readonly string[]) => values.map((value) => [value, value || '–'] as const);
const languageName = (language: string) => `${new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language} (${language})`;

function toolbar(words: Words): Markup {
  const { least, most, step, initial } = WIDTH;
  return html`<div class="toolbar">
    ${choices('theme', words.theme, Object.fromEntries(THEMES.map((theme) => [theme, words.themes[theme]])))}
    ${choices('scheme', words.scheme, words.schemes)}
    <div class="width">
      <label for="width">${words.width}</label>
      <input id="width" type="range" name="width" form="settings" min="${least}" max="${most}" step="${step}" value="${initial}">
      <output id="measured" for="width"></output>
    </div>
  </div>`;
}

function panel(words: Words, hasGateway: boolean): Markup {
  return html`<section class="panel" aria-labelledby="settings-title">
    <h2 id="settings-title">${words.settings}</h2>
    <details open>
      <summary>${words.attributes}</summary>
      ${text('fields', { list: 'fields-list', placeholder: FIELDS[0] })}
      <datalist id="fields-list">${FIELDS.map((fields) => html`<option value="${fields}"></option>`)}</datalist>
      ${select('environment', attribute('environment'), same(['test', 'live']))}
      ${select('challenge', attribute('challenge'), same(['', 'redirect', 'dialog']))}
      ${select('lang', attribute('lang'), same(['', ...LANGUAGES]))}
      <div class="boxes">${['consent', 'disabled', 'send-fingerprint'].map((name) => box(name as SettingName, attribute(name)))}</div>
      <fieldset class="boxes">
        <legend><code>brands</code></legend>
        ${BRANDS.map((brand) => box('brands', attribute(brand), brand))}
        <p class="quiet">${words.brandsHint}</p>
      </fieldset>
      ${text('name')} ${text('shop-id')} ${text('token-count', { inputmode: 'numeric', placeholder: '1' })}
      ${select('gateway', attribute('gateway'), same(['', 'gmo', 'gmo-v2']))}
      ${text('api-key')} ${text('public-key')}
      ${select('fields-by', attribute('fields-by'), same(['', 'shoji', 'gateway']))}
      ${select('provider', attribute('provider'), same(['', 'gmo-pg', 'smbc-gp']))}
    </details>
    <details>
      <summary>${words.page}</summary>
      ${select('page', words.pageLanguage, ['', ...LANGUAGES].map((language) => [language, language === '' ? words.asAround : languageName(language)]))}
      ${select('direction', words.direction, Object.entries(words.directions))}
      <fieldset class="boxes">
        <legend>${words.slots}</legend>
        ${box('loading', words.loadingSlot)} ${box('fallback', words.fallbackSlot)}
      </fieldset>
    </details>
    <details>
      <summary>${words.faults}</summary>
      ${select('fieldsFault', words.fieldsFault, FIELDS_FAULTS.map((fault) => [fault, words.fieldsFaults[fault]]))}
      ${
        hasGateway
          ? html`${GATEWAY_FAULTS.map((fault) => select(fault, html`${words.gatewayFaults[fault]} <code>${fault}</code>`, same(FAULT_CHOICES[fault])))}
      <p class="quiet">${words.faultsHint}</p>`
          : ''
      }
    </details>
    <details>
      <summary>${words.cards}</summary>
      <ul class="cards">${words.cardList.map(
        ([number, what]) => html`<li><code id="card-${number}">${number}</code>
          <button type="button" class="quiet-button" data-copy="card-${number}" aria-label="${words.copy} ${number}">${words.copy}</button><small>${what}</small></li>`,
      )}</ul>
      <p class="quiet">${words.cardsHint}</p>
    </details>
    <div class="ends">
      <button type="button" class="quiet-button" id="copy-link">${words.link}</button>
      <button type="button" class="quiet-button" id="start-over">${words.startOver}</button>
    </div>
  </section>`;
}

function reference(words: Words, entries: ReadonlyMap<Group, readonly Entry[]>): Markup {
  const groups = GROUPS.filter((group) => entries.get(group)?.length);
  return html`<section id="reference" class="reference" aria-labelledby="reference-title" tabindex="-1">
    <h2 id="reference-title">${words.reference}</h2>
    <p class="quiet">${words.referenceHint}</p>
    <nav aria-label="${words.reference}"><ul>${groups.map((group) => html`<li><a href="#${group}">${words.groups[group]}</a></li>`)}</ul></nav>
    ${groups.map(
      (group) => html`<section aria-labelledby="${group}">
      <h3 id="${group}" tabindex="-1">${words.groups[group]}</h3>
      <dl>${entries.get(group)?.map(
        ({ code, facts, description }) => html`<div><dt><code>${code}</code>${facts.map((fact) => html` <small><code>${fact}</code></small>`)}</dt><dd>${withCode(description)}</dd></div>`,
      )}</dl>
    </section>`,
    )}
  </section>`;
}

/** `code` in a description, as the docblocks write it. */
const withCode = (description: string): readonly (string | Markup)[] =>
  description.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

/** Where a challenge ends: in the dialog's frame the script tells the page around it, at the top it goes back to the playground. */
export function returnPage({ language, nonce, script, next }: { language: Language; nonce: string; script: string; next: string }): Markup {
  const words = allWords[language];
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${words.returning}</title>
    <link rel="icon" href="/mark.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/playground.css">
    <script src="${script}" crossorigin="anonymous" nonce="${nonce}" data-next="${next}"></script>
  </head>
  <body><main><h1>${words.returning}</h1><p><a href="${next}" target="_top">${words.proceed}</a></p></main></body>
</html>
`;
}
