/** The part of the package that is used; it has no types of its own. */
declare module 'hepburn' {
  export function fromKana(text: string): string;
}
