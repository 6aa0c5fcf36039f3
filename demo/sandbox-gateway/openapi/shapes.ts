/** Small parsers of JSON: each takes a value and gives it back with its type, or throws what is wrong with the first bad part. */
import { missing, wrong } from './problems.ts';

export interface Shape<T> {
  readonly parse: (value: unknown, path: string) => T;
  readonly isNeeded: boolean;
}

interface Needed<T> extends Shape<T> {
  readonly isNeeded: true;
}

type TypeOf<S> = S extends Shape<infer T> ? T : never;
type Members = Readonly<Record<string, Shape<unknown>>>;
type Parsed<M extends Members> = {
  readonly [K in keyof M as M[K] extends Needed<unknown> ? K : never]: TypeOf<M[K]>;
} & { readonly [K in keyof M as M[K] extends Needed<unknown> ? never : K]?: TypeOf<M[K]> };

const optional = <T>(parse: Shape<T>['parse']): Shape<T> => ({ parse, isNeeded: false });

export const needed = <T>({ parse }: Shape<T>): Needed<T> => ({ parse, isNeeded: true });

export const text = (longest: number, pattern = /^/): Shape<string> =>
  optional((value, path) => {
    if (typeof value !== 'string' || Array.from(value).length > longest || !pattern.test(value)) throw wrong(path);
    return value;
  });

export const choice = <const T extends string>(...words: readonly T[]): Shape<T> =>
  optional((value, path) => words.find((word) => word === value) ?? refuse(path));

export const flag: Shape<boolean> = optional((value, path) => (typeof value === 'boolean' ? value : refuse(path)));

export const upTo = (highest: number): Shape<number> =>
  optional((value, path) => (typeof value === 'number' && value <= highest ? value : refuse(path)));

export const wholeUpTo = (highest: number): Shape<number> =>
  optional((value, path) => (Number.isInteger(upTo(highest).parse(value, path)) ? Number(value) : refuse(path)));

export const listOf = <T>({ parse }: Shape<T>, most = Infinity): Shape<readonly T[]> =>
  optional((value, path) => {
    if (!Array.isArray(value) || value.length > most) throw wrong(path);
    return value.map((each, at) => parse(each, `${path}[${at}]`));
  });

/** An object. What is null or an empty text counts as not given; what is not in the table is passed over. */
export const group = <M extends Members>(members: M): Shape<Parsed<M>> =>
  optional((value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(path);
    const parsed: Record<string, unknown> = {};
    for (const [name, { parse, isNeeded }] of Object.entries(members)) {
      const given: unknown = (value as Readonly<Record<string, unknown>>)[name];
      const inner = path === '' ? name : `${path}.${name}`;
      if (given !== undefined && given !== null && given !== '') parsed[name] = parse(given, inner);
      else if (isNeeded) throw missing(inner);
    }
    return parsed as Parsed<M>;
  });

function refuse(path: string): never {
  throw wrong(path);
}
