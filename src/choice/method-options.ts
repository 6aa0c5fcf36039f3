/**
 * The list of ways to pay that a shop offers (支払方法), in the gateway's own values: Method 1 lump sum, 2 instalments, 3 lump sum with the
 * bonus, 4 two instalments with the bonuses, 5 revolving; PayTimes with 2 and 4, and 2 of them with 4 (GMO, ExecTran).
 */
import type { Brand } from '../card/brands.js';

export type Method = '1' | '2' | '3' | '4' | '5';

export interface MethodOption {
  readonly method: Method;
  /** Number of payments; null where the gateway takes none. */
  readonly payTimes: number | null;
}

export interface MethodOptions {
  readonly all: readonly MethodOption[];
  /** What is offered instead for cards of a brand. */
  readonly byBrand: ReadonlyMap<string, readonly MethodOption[]>;
  /** What is written in the list and is no option. */
  readonly unknown: readonly string[];
}

/** How shops call them. */
const SHORT_NAMES: Readonly<Record<string, Brand>> = { amex: 'american-express', diners: 'diners-club' };
const LUMP_SUM: MethodOption = { method: '1', payTimes: null };

/** `'2-3'` → instalments, three payments; undefined for what the gateway does not know. PayTimes has two digits at most. */
export function parseOption(text: string): MethodOption | undefined {
  const found = /^(?:([135])|(2)-([2-9]|[1-9]\d)|(4)-(2))$/.exec(text);
  if (!found) return undefined;
  const [, single, split, times, bonus, two] = found;
  const count = times ?? two;
  return { method: (single ?? split ?? bonus) as Method, payTimes: count === undefined ? null : Number(count) };
}

/** The reverse: `2-3`. */
export const optionText = ({ method, payTimes }: MethodOption): string => (payTimes === null ? method : `${method}-${String(payTimes)}`);

/**
 * `'1 2-3 2-6 5; amex: 1'` → these four, and the lump sum alone for American Express. An option is offered once; without any, there is
 * the lump sum, which every card takes.
 */
export function parseMethodOptions(text: string): MethodOptions {
  const unknown: string[] = [];
  const byBrand = new Map<string, readonly MethodOption[]>();
  const read = (list: string): readonly MethodOption[] => {
    const found = new Map<string, MethodOption>();
    for (const word of list.split(/\s+/).filter(Boolean)) {
      const option = parseOption(word);
      if (option) found.set(word, option);
      else unknown.push(word);
    }
    return found.size ? [...found.values()] : [LUMP_SUM];
  };
  const [first = '', ...clauses] = text.split(';');
  const all = read(first);
  for (const clause of clauses.filter((each) => each.trim())) {
    const [, name, list] = /^\s*([a-z-]+)\s*:(.*)$/is.exec(clause) ?? [];
    if (name === undefined || list === undefined) unknown.push(clause.trim());
    else byBrand.set(SHORT_NAMES[name.toLowerCase()] ?? name.toLowerCase(), read(list));
  }
  return { all, byBrand, unknown };
}

/** What is offered for a card of this brand; null while it is not known. */
export const optionsFor = ({ all, byBrand }: MethodOptions, brand: string | null): readonly MethodOption[] =>
  (brand !== null && byBrand.get(brand)) || all;
