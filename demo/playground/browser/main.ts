/** The page's script: the address, the controls and the stage always say the same. */
import type { PageData } from '../page.ts';
import { GATEWAY_FAULTS, INITIAL, queryOf, settingsFromQuery, type Settings, type Theme } from '../settings.ts';
import { snippetOf } from '../snippet.ts';
import { Controls } from './controls.ts';
import { EventLog } from './event-log.ts';
import { Stage } from './stage.ts';

function find(id: string): HTMLElement;
function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind;
function find(id: string, kind = HTMLElement): HTMLElement {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}

const data = JSON.parse(find('data').textContent) as PageData;
const { addresses, themes, words } = data;
const settingsForm = find('settings', HTMLFormElement);
const sheet = find('sheet');
const controls = new Controls(settingsForm, find('css', HTMLTextAreaElement), themes);
const stage = new Stage(sheet, addresses);
const log = new EventLog(find('log'), words.eventsNone);

let faultsSet = '';

function show(settings: Settings): void {
  stage.show(settings);
  find('html-code').textContent = snippetOf(settings, addresses);
  wear();
  const tongue = find('tongue', HTMLAnchorElement);
  tongue.search = queryOf(settings, inTongue(tongue.hreflang));
  void setFaults(settings);
  stand();
}

/** This address for the page around in another language. */
function inTongue(language: string): string {
  const others = location.search.slice(1).split('&').filter((text) => text !== '' && !text.startsWith('ui='));
  return [`ui=${language}`, ...others].join('&');
}

function wear(): void {
  const rules = stage.wear(controls.css);
  find('rules').textContent = controls.css.trim() === '' ? '' : rules === 0 ? words.rules.none : `${words.rules.some} ${String(rules)}`;
}

/** What the link says holds, also for faults that it does not name. */
async function setFaults(settings: Settings): Promise<void> {
  if (!data.hasGateway) return;
  const wanted = JSON.stringify(Object.fromEntries(GATEWAY_FAULTS.map((name) => [name, settings[name]])));
  if (wanted === faultsSet) return;
  faultsSet = wanted;
  document.documentElement.dataset['faults'] = 'asking';
  const answer = await fetch('/faults', { method: 'POST', headers: { 'content-type': 'application/json' }, body: wanted }).catch(() => null);
  document.documentElement.dataset['faults'] = answer?.ok ? 'set' : 'refused';
  if (!answer?.ok) say(words.faultRefused);
}

/** Where the element stands, in its own words. */
function stand(): void {
  const { element } = stage;
  const pairs: readonly (readonly [string, string])[] = [
    ['state', element.state],
    ['complete', String(element.complete)],
    ['empty', String(element.empty)],
    ['brand', element.brand ?? 'null'],
    [':state()', data.states.filter((state) => element.matches(`:state(${state})`)).join(' ') || '–'],
  ];
  find('standing').replaceChildren(
    ...pairs.map(([name, value]) => {
      const pair = document.createElement('div');
      const term = document.createElement('dt');
      const text = document.createElement('dd');
      term.textContent = name;
      text.textContent = value;
      pair.append(term, text);
      return pair;
    }),
  );
}

/** A line that is new each time: it fades, and comes again for the same words. */
function say(text: string): void {
  const line = document.createElement('span');
  line.textContent = text;
  find('said').replaceChildren(line);
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text).then(
    () => {
      say(words.copied);
    },
    () => {
      say(words.copyNot);
    },
  );
}

/** A change that is one step of the visitor's: Back takes it back. */
function step(settings: Settings): void {
  const query = queryOf(settings, location.search);
  if (query !== location.search) history.pushState(null, '', `${location.pathname}${query}`);
  show(settings);
}

const calls: Readonly<Record<string, () => unknown>> = {
  focus: () => {
    stage.element.focus();
  },
  checkValidity: () => stage.element.checkValidity(),
  reportValidity: () => stage.element.reportValidity(),
  tokenize: () => stage.element.tokenize(),
  authenticate,
  clear: () => {
    stage.element.clear();
  },
};

/** What a shop's page does that sends the form itself: a token, its own server's answer, and the way to the card issuer. */
async function authenticate(): Promise<unknown> {
  const { element } = stage;
  const { token } = await element.tokenize();
  stand();
  const answer = await fetch('/challenge', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
  const { redirectUrl, error } = (await answer.json()) as { redirectUrl?: string | null; error?: string };
  if (!redirectUrl) return { answer: error ?? 'ACS=0' }; // the issuer wants no authentication, or there is no such payment
  return element.authenticate(redirectUrl, { returnUrl: location.href });
}

async function call(method: string): Promise<void> {
  try {
    const result = calls[method]?.();
    stand(); // what follows at once is to be seen at once
    const value = await result;
    // a token is in the log already, as its event
    log.add(`${method}()`, value === undefined || method === 'tokenize' ? {} : { returns: value });
  } catch (error) {
    const { code, name } = error as { code?: string; name?: string };
    log.add(`${method}()`, { throws: code ?? name });
  }
  stand();
}

settingsForm.addEventListener('submit', (event) => {
  event.preventDefault(); // Enter in a text field
});
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.form !== settingsForm) return;
  if (target.name === 'css') wear();
  if (target.name === 'width') stage.show(controls.read());
});
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement)) return;
  if (target.form !== settingsForm) return;
  if (target.name === 'theme') controls.wearTheme(target.value as Theme);
  step(controls.read());
});
window.addEventListener('popstate', () => {
  const settings = settingsFromQuery(location.search);
  controls.show(settings);
  show(settings);
});
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[type=button]') : null;
  if (!button) return;
  const { method, copy: source } = button.dataset;
  if (method !== undefined) void call(method);
  if (source !== undefined) {
    const element = find(source);
    void copy(element instanceof HTMLTextAreaElement ? element.value : element.textContent);
  }
  if (button.id === 'copy-link') void copy(location.href);
  if (button.id === 'empty-log') log.empty();
  if (button.id === 'start-over') {
    controls.show(INITIAL);
    step(INITIAL);
  }
});

log.listen(sheet);
for (const type of ['shoji-ready', 'shoji-change', 'shoji-token', 'shoji-error', 'shoji-challenge', 'shoji-outcome', 'submit']) {
  sheet.addEventListener(type, stand);
}
sheet.addEventListener('submit', (event) => {
  event.preventDefault(); // there is no shop behind this page: what would be sent is in the log
});
new ResizeObserver(([entry]) => {
  if (entry) find('measured').textContent = `${String(Math.round(entry.contentRect.width))} px`;
}).observe(sheet);

const settings = settingsFromQuery(location.search);
controls.show(settings);
show(settings);
