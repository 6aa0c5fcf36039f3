/** What was found, in the page: a badge in the top layer that opens a list. In a closed root of its own, inside the element's. */
import type { Diagnosis, Finding, Host, Patient } from './diagnosis.js';
import { overlayStyles } from './overlay.styles.js';
import { listenForViolations } from './violations.js';
import { wordsFor, type Words } from './words.js';

const shown = new Map<Host, Overlay>();

/** Shows it, or shows it anew. */
export function show(patient: Patient, diagnosis: Diagnosis): void {
  const overlay = shown.get(patient.host) ?? new Overlay(patient, shown.size);
  shown.set(patient.host, overlay);
  overlay.show(diagnosis);
}

class Overlay {
  readonly #patient: Patient;
  readonly #host = make('div');
  readonly #badge = make('button', { type: 'button', class: 'badge', 'aria-expanded': 'false', 'aria-controls': 'panel' });
  readonly #title = make('h2', { id: 'title' });
  readonly #list = make('ol');
  readonly #said = make('p', { role: 'status' });
  /** Can have the focus: it scrolls. */
  readonly #panel = make(
    'section',
    { id: 'panel', tabindex: '0', 'aria-labelledby': 'title', hidden: '' },
    this.#title, this.#list, this.#said,
  );
  #shown = '';

  /** @param above - how many others there are */
  constructor(patient: Patient, above: number) {
    this.#patient = patient;
    const { pristine, host, skeleton } = patient;
    const root = pristine.attachRoot(this.#host);
    pristine.setStyles(root, overlayStyles);
    root.append(this.#panel, this.#badge);
    this.#host.popover = 'manual';
    this.#host.style.setProperty('--above', String(above));
    this.#badge.addEventListener('click', () => this.#open(this.#panel.hidden === true));
    this.#host.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.#panel.hidden) return;
      event.preventDefault();
      this.#open(false);
      this.#badge.focus();
    });
    (skeleton.getRootNode() as ShadowRoot).append(this.#host);

    const again = () => {
      if (host.isConnected) host.diagnose().then((diagnosis) => this.show(diagnosis), () => undefined);
    };
    for (const type of ['shoji-ready', 'shoji-error']) host.addEventListener(type, again);
    listenForViolations(again);
  }

  show({ findings }: Diagnosis): void {
    const { host, language } = this.#patient;
    // not of the host, whose `all: initial` takes it away from the fonts and the line breaks
    this.#panel.lang = this.#badge.lang = language() === 'ja' ? 'ja' : 'en';
    // leaving the document took it out of the top layer
    if (host.environment !== 'test') this.#host.popover = null;
    else if (host.isConnected && !this.#host.matches(':popover-open')) this.#host.showPopover();
    const text = JSON.stringify(findings);
    if (text === this.#shown) return;
    this.#shown = text;
    const words = wordsFor(language());
    this.#badge.className = `badge ${findings[0]?.severity ?? ''}`;
    this.#badge.textContent = `${words.title}: ${String(findings.length)}`;
    this.#title.textContent = findings.length ? words.title : words.none;
    this.#said.textContent = '';
    this.#list.replaceChildren(...findings.map((finding) => this.#item(finding, words)));
  }

  #open(isOpen: boolean): void {
    this.#panel.hidden = !isOpen;
    this.#badge.ariaExpanded = String(isOpen);
    if (isOpen) this.#panel.focus();
  }

  #item({ code, severity, message, fix }: Finding, words: Words): HTMLElement {
    const kind = make('p', {}, make('b', {}, words[severity]), ' ', make('small', {}, code));
    const item = make('li', { class: severity }, kind, make('p', {}, message));
    if (fix === '') return item;
    const line = make('code', {}, fix);
    const button = make('button', { type: 'button', 'aria-label': `${words.copy}: ${code}` }, words.copy);
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(fix).then(
        () => (this.#said.textContent = words.copied),
        () => {
          getSelection()?.selectAllChildren(line);
          this.#said.textContent = words.selected;
        },
      );
    });
    item.append(make('pre', {}, line), button);
    return item;
  }
}

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}
