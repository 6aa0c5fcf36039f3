/**
 * Card numbers, and ways to enter them: typed, with separators, pasted, mended in the middle. Each case knows what has to stand in
 * the field in the end, whatever the speed; none depends on what a field shows in between.
 */
import { randomFrom } from './statistics.ts';

export type Step =
  | { readonly type: 'keys'; readonly text: string }
  | { readonly type: 'press'; readonly key: 'Home' | 'End' | 'ArrowRight' | 'Backspace' | 'Delete'; readonly times: number; readonly isSelecting?: boolean }
  | { readonly type: 'all' }
  | { readonly type: 'paste'; readonly text: string };

export interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly expected: string;
}

/** How the networks print a number, by how it begins. */
const LAYOUTS = [
  { prefixes: ['4'], groups: [4, 4, 4, 4] },
  { prefixes: ['51', '52', '53', '54', '55'], groups: [4, 4, 4, 4] },
  { prefixes: ['3530', '3566', '3589'], groups: [4, 4, 4, 4] },
  { prefixes: ['34', '37'], groups: [4, 6, 5] },
  { prefixes: ['36'], groups: [4, 6, 4] },
] as const;

/** Digits in groups, as far as they go: `('41112', [4, 4, 4, 4])` → `4111 2`. */
export function grouped(digits: string, groups: readonly number[]): string {
  let from = 0;
  const parts = groups.map((size) => digits.slice(from, (from += size)));
  return [...parts, digits.slice(from)].filter(Boolean).join(' ');
}

/** The last digit that makes the sum right (ISO/IEC 7812-1, annex B). */
export function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** The same cases for the same seed; every way of entering in turn. */
export function corpus(count: number, seed: number): Case[] {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Value>(values: readonly Value[]) => values[below(values.length)] as Value;
  const otherThan = (digit: string) => String((Number(digit) + 1 + below(9)) % 10);

  return Array.from({ length: count }, (_, index) => {
    const { prefixes, groups } = LAYOUTS[Math.floor(index / WAYS.length + index) % LAYOUTS.length] as (typeof LAYOUTS)[number];
    const length = groups.reduce<number>((sum, size) => sum + size, 0);
    let digits: string = pick(prefixes);
    while (digits.length < length - 1) digits += String(below(10));
    digits += checkDigit(digits);
    // behind the digits that tell the brand, and inside a group, where the caret stands between two digits
    const inside = [...digits].map((__, at) => at).filter((at) => at >= 7 && at < length - 1 && isInside(at, groups));
    const at = pick(inside);
    const way = WAYS[index % WAYS.length] as Way;
    const steps = way.steps({ digits, groups, at, wrong: otherThan(digits[at] as string) });
    return { name: `${way.name}: ${digits}`, steps, expected: grouped(digits, groups) };
  });
}

interface Entry {
  readonly digits: string;
  readonly groups: readonly number[];
  /** Of a digit in the middle, and another one that could stand there. */
  readonly at: number;
  readonly wrong: string;
}

interface Way {
  readonly name: string;
  readonly steps: (entry: Entry) => Step[];
}

/** Neither this digit nor the ones beside it are first or last of a group. */
const isInside = (at: number, groups: readonly number[]) => {
  let from = 0;
  return groups.some((size) => {
    const begin = from;
    from += size;
    return at > begin && at < from - 1;
  });
};

const keys = (text: string): Step => ({ type: 'keys', text });
const press = (key: Extract<Step, { type: 'press' }>['key'], times = 1, isSelecting = false): Step => ({ type: 'press', key, times, isSelecting });
const paste = (text: string): Step => ({ type: 'paste', text });
const without = (digits: string, at: number) => digits.slice(0, at) + digits.slice(at + 1);
const replaced = (digits: string, at: number, digit: string) => digits.slice(0, at) + digit + digits.slice(at + 1);
/** From the start to before the digit at this place, as the text with its separators counts. */
const moveTo = (digits: string, groups: readonly number[], at: number): Step[] => [
  press('Home'),
  press('ArrowRight', grouped(digits.slice(0, at + 1), groups).length - 1),
];
const fullWidth = (digits: string) => [...digits].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');

const WAYS: readonly Way[] = [
  { name: 'typed', steps: ({ digits }) => [keys(digits)] },
  { name: 'typed with its spaces', steps: ({ digits, groups }) => [keys(grouped(digits, groups))] },
  { name: 'pasted', steps: ({ digits }) => [paste(digits)] },
  { name: 'pasted with hyphens', steps: ({ digits, groups }) => [paste(grouped(digits, groups).replaceAll(' ', '-'))] },
  { name: 'pasted in full width, with blanks around', steps: ({ digits }) => [paste(` ${fullWidth(digits)} `)] },
  {
    name: 'a missing digit put in',
    steps: ({ digits, groups, at }) => [
      keys(without(digits, at)), ...moveTo(without(digits, at), groups, at), keys(digits[at] as string),
    ],
  },
  {
    name: 'a wrong digit mended with Backspace',
    steps: ({ digits, groups, at, wrong }) => [
      keys(replaced(digits, at, wrong)), ...moveTo(digits, groups, at), press('ArrowRight'), press('Backspace'), keys(digits[at] as string),
    ],
  },
  {
    name: 'a wrong digit mended with Delete',
    steps: ({ digits, groups, at, wrong }) => [
      keys(replaced(digits, at, wrong)), ...moveTo(digits, groups, at), press('Delete'), keys(digits[at] as string),
    ],
  },
  {
    name: 'a wrong digit selected and typed over',
    steps: ({ digits, groups, at, wrong }) => [
      keys(replaced(digits, at, wrong)), ...moveTo(digits, groups, at), press('ArrowRight', 1, true), keys(digits[at] as string),
    ],
  },
  {
    name: 'the end missing, pasted behind',
    steps: ({ digits, at }) => [keys(digits.slice(0, at)), press('End'), paste(digits.slice(at))],
  },
  {
    name: 'another number typed over',
    steps: ({ digits, wrong }) => [keys(`4${wrong.repeat(9)}`), { type: 'all' }, keys(digits)],
  },
];
