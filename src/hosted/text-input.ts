import type { FieldName } from '../card/verification.js';
import type { Words } from '../channel/protocol.js';

/** HTML autofill field names. The order of fields is the page's business. */
const AUTOCOMPLETE: Readonly<Record<FieldName, string>> = { number: 'cc-number', expiry: 'cc-exp', cvc: 'cc-csc', name: 'cc-name' };

/** What is typed into, where that is ours. Never has a name: a stray native submission must have nothing to send. */
export function textInput(name: FieldName, isLast: boolean): HTMLInputElement {
  const input = document.createElement('input');
  const isText = name === 'name';
  const attributes: Readonly<Record<string, string>> = {
    type: 'text',
    autocomplete: AUTOCOMPLETE[name],
    inputmode: isText ? 'text' : 'numeric',
    enterkeyhint: isLast ? 'done' : 'next',
    'aria-required': 'true',
    autocapitalize: isText ? 'characters' : 'off',
    autocorrect: 'off',
    spellcheck: 'false',
  };
  for (const [attribute, value] of Object.entries(attributes)) input.setAttribute(attribute, value);
  return input;
}

/** The example in an empty field; nothing for those that have none. */
export const exampleOf = (name: FieldName, words: Words): string => words[`placeholder-${name}` as 'placeholder-name'];
