/** Wraps an expression so that each engine answers it with the same thing: a JSON text. */
export const question = (script: string): string =>
  `(async () => JSON.stringify((await (${script.trim().replace(/;$/, '')}\n)) ?? null))()`;

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- only the caller knows what its script answers
export const answerOf = <T>(text: string): T => JSON.parse(text) as T;

/** The engines run such scripts in frames too. */
export const onlyOnTop = (script: string): string => `if (window === window.top) { (() => {\n${script}\n})(); }`;
