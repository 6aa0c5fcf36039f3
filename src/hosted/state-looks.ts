import type { StyleRule, StyleValues } from '../channel/style-protocol.js';
import type { FieldName } from '../card/verification.js';
import type { StateLooks } from '../gateway/fields-gateway.js';
import { FIELD_STATES, isSafeValue, MIRRORED } from '../theme/mirrored-parts.js';
import { followsText } from './part-styles.js';

/** What the shop says of the text of one field, state by state: where it is drawn is another document, which no style sheet of ours reaches. */
export function stateLooks(rules: readonly StyleRule[], name: FieldName): StateLooks {
  const looksOf = (part: 'input' | 'placeholder', states: readonly string[]) => {
    const allowed: readonly string[] = MIRRORED[part];
    const values: Record<string, string> = {};
    for (const { at, values: said } of rules) {
      const [of, ...tokens] = at.split(' ');
      if (of !== part || !tokens.every((token) => token === name || states.includes(token))) continue;
      for (const [property, value] of Object.entries(said)) {
        if (allowed.includes(property) && isSafeValue(value) && !followsText(property, value)) values[property] = value;
      }
    }
    return values;
  };
  const [text, placeholder] = [looksOf('input', []), looksOf('placeholder', [])];
  const inState = (state: (typeof FIELD_STATES)[number]) => ({
    text: news(looksOf('input', [state]), text),
    placeholder: news(looksOf('placeholder', [state]), placeholder),
  });
  const states = Object.fromEntries(FIELD_STATES.map((state) => [state, inState(state)]));
  return { ...(states as Omit<StateLooks, 'base'>), base: { text, placeholder } };
}

/** A padding is told as a whole. */
function news(values: StyleValues, known: StyleValues): StyleValues {
  const isNews = (property: string) => values[property] !== known[property];
  const isMoved = Object.keys(values).some((property) => property.startsWith('padding-') && isNews(property));
  return Object.fromEntries(Object.entries(values).filter(([property]) => (property.startsWith('padding-') ? isMoved : isNews(property))));
}
