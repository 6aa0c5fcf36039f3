/** What every guard of the channel is made of: a value is of one exact shape, or it is nothing that we know. */

export type Shape = Readonly<Record<string, unknown>>;
export type Guard = (value: unknown) => boolean;
export type Guards = Readonly<Record<string, Guard>>;

export const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown, length: number): value is string => typeof value === 'string' && value.length <= length;
/** Names and texts that are not endless. */
export const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isShape(value) && Object.values(value).every((text) => isText(text, 500));
const isAny: Guard = () => true;

/** Exactly these properties: a guard that looked only at those it knows would let any other pass along. */
export const isExactly = (value: unknown, guards: Guards): value is Shape =>
  isShape(value) &&
  Object.keys(value).length === Object.keys(guards).length &&
  Object.entries(guards).every(([name, guard]) => Object.hasOwn(value, name) && guard(value[name]));

/** Own keys only: a type called `constructor` or `__proto__` finds no guard. */
export function isGuarded(value: unknown, guards: Readonly<Record<string, Guards>>): boolean {
  if (!isShape(value) || typeof value['type'] !== 'string' || !Object.hasOwn(guards, value['type'])) return false;
  return isExactly(value, { type: isAny, ...guards[value['type']] });
}
