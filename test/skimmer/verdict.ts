/** From what an attack holds in the end to its cell of the table. */
import { FIRST_WORDS } from '../../src/locales/first-words.js';
import { searchFor } from '../support/leak-search.ts';
import type { EngineName } from '../support/session.ts';
import type { Attack, Order } from './attack.ts';
import { CARD, CLOSED_CONTROL, CONTROL, type SeenCard } from './ground.ts';
import type { HostingName } from './hostings.ts';

/**
 * `contained`: the card went to the gateway and nowhere else. `detected`: there is no form any more, and the shop is told.
 * `substituted`: the shopper typed into a field of the attacker's own. `LEAK`: digits of the card came out of the genuine fields.
 * `broken`: none of these, so the run proves nothing.
 */
export type Outcome = 'contained' | 'detected' | 'substituted' | 'LEAK' | 'broken';

export interface Cell {
  readonly attack: string;
  readonly engine: EngineName;
  /** Followed by ` + frame-src` where the shop's policy names the frame's origin. */
  readonly hosting: string;
  readonly order: Order;
  readonly outcome: Outcome;
  /** The shop was told as well. */
  readonly isDetected: boolean;
}

/** What one attack, and the element, had to show at the end of a run. */
export interface Evidence {
  readonly attack: Attack;
  /** What it collected. */
  readonly loot: string;
  /** What was typed into its own fields. */
  readonly owned: string;
  /** Its own documents: the names of the windows they stood in. */
  readonly windows: readonly string[];
  readonly reports: readonly string[];
  readonly state: string;
  readonly cards: readonly SeenCard[];
  readonly known: readonly string[];
  readonly hosting: HostingName;
  readonly order: Order;
}

/** Without ports, call names, and what the gateway itself tells the page: a token, the masked number, a date. */
export const stripped = (text: string, known: readonly string[]): string =>
  known
    .filter((each) => each !== '')
    .reduce((rest, each) => rest.replaceAll(each, ' '), text)
    .replace(/\b\d{1,10}(?:-\d{1,10}){3}\b/g, ' ') // the random name of a call
    .replace(/localhost:\d+|127\.0\.0\.1:\d+/g, 'localhost')
    .replace(/localhost%3A\d+/gi, 'localhost');

/** Every run of that many neighbouring digits of the secret that stands in the text. */
export function runsIn(text: string, secret: string, length: number): string[] {
  const runs = Array.from({ length: Math.max(0, secret.length - length + 1) }, (_, at) => secret.slice(at, at + length));
  return [...new Set(runs)].filter((run) => text.includes(run));
}

const secrets = { pan: CARD.pan, cvc: CARD.cvc, expiry: CARD.expiry };
const SHORT = [CARD.cvc, CARD.expiry.replace('/', ''), CARD.expiry.split('/').reverse().join('')];

/** Four digits in a row of the number, or the code or date as they are written. */
export function leaksIn(texts: Readonly<Record<string, string>>, known: readonly string[]): string[] {
  const clean = Object.fromEntries(Object.entries(texts).map(([where, text]) => [where, stripped(text, known)]));
  return [
    ...searchFor(secrets, clean).map(({ secret, form, where, excerpt }) => `${secret} (${form}) in ${where}: ${excerpt}`),
    ...Object.entries(clean).flatMap(([where, text]) => runsIn(text, CARD.pan, 4).map((run) => `${run} of the number in ${where}`)),
  ];
}

/**
 * Fonts are asked for by single digits: those that neither the control nor our outline in the page has (“3 digits on the back”) would be
 * the card's.
 */
const INNOCENT = CONTROL + Object.values(FIRST_WORDS).map(({ frame }) => Object.values(frame).join('')).join('');
const digitsAskedFor = (loot: string): string[] => [...loot.matchAll(/digit-(\d)/g)].map(([, digit = '']) => digit);

export function leaksOf({ attack, loot, known }: Evidence): string[] {
  const text = stripped(loot, known);
  if (attack.id === 'css-font') return digitsAskedFor(text).filter((digit) => !INNOCENT.includes(digit));
  if (text.includes('genuine')) return ['a style sheet loaded something for the genuine element'];
  const found = leaksIn({ loot: text }, []);
  if (attack.noisy) return found;
  const pairs = new Set([CARD.pan, ...SHORT].flatMap((secret) => runsIn(text, secret, 2)));
  return [...found, ...[...pairs].map((pair) => `${pair} in: ${text.slice(Math.max(0, text.indexOf(pair) - 40), text.indexOf(pair) + 40)}`)];
}

/** Did the same attack get at the control on the same page? */
export function controlWorks({ attack, order, loot, owned, windows }: Evidence): boolean {
  switch (attack.control) {
    case 'imitates':
      return runsIn(owned, CARD.pan, 4).length > 0;
    case 'replaces':
      return windows.some((name) => name !== '');
    case 'reads':
      if (attack.id === 'css-font') return digitsAskedFor(loot).some((digit) => CONTROL.includes(digit));
      if (attack.id === 'css-attr') return runsIn(loot, CONTROL, 2).length > 2;
      // it must have been lent our things, too, or it shows nothing of ours
      if (attack.id === 'im-map' && !(loot.includes('lent by ours') && loot.includes('lent for a diagnosis'))) return false;
      // the genuine port must have been in its hands, where it can be: before us
      if (attack.takesPort && order === 'before' && !loot.includes('taken from ours')) return false;
      if (attack.id.startsWith('css-')) return loot.includes('control');
      return loot.includes(CONTROL) || loot.includes(CLOSED_CONTROL);
  }
}

const isSubstituted = ({ owned }: Evidence): boolean => runsIn(owned, CARD.pan, 4).length > 0;

export function outcomeOf(evidence: Evidence): { readonly outcome: Outcome; readonly isDetected: boolean } {
  const { reports, state, cards } = evidence;
  const isDetected = reports.some((code) => /^(?:tampered|hosted-)/.test(code)) || state === 'not upgraded';
  const isTyped = cards.some(({ number, expire, cvc }) => number === CARD.pan && expire === '3708' && cvc === CARD.cvc);
  const outcome = (): Outcome => {
    // then nothing of it was ever in the genuine fields
    if (isSubstituted(evidence)) return 'substituted';
    if (leaksOf(evidence).length) return 'LEAK';
    if (isTyped) return 'contained';
    return isDetected ? 'detected' : 'broken';
  };
  return { outcome: outcome(), isDetected };
}

/** What may become of an attack of this aim. */
export function isAcceptable({ aim }: Attack, outcome: Outcome, hasPolicy: boolean): boolean {
  switch (aim) {
    case 'reading':
      return outcome === 'contained';
    case 'imitation':
      return outcome === 'substituted';
    case 'replacement':
      return outcome === 'contained' || outcome === 'detected' || (outcome === 'substituted' && !hasPolicy);
  }
}
