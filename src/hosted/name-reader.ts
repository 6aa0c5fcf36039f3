import { hasKana, normaliseCardholderName, verifyCardholderName, type Romanise } from '../card/cardholder-name.js';
import { unfinished, type Verification } from '../card/verification.js';
import type { Words } from '../channel/protocol.js';
import type { CardField } from './card-field.js';

/**
 * Reads the cardholder name. What writes kana in Roman letters is loaded with the first of them.
 * @param loaded - what was typed reads differently now
 */
export function nameReader(load: () => Promise<Romanise | null>, loaded: () => void) {
  let isLoading: boolean | undefined;
  let romanise: Romanise | undefined;
  const fetch = async () => {
    isLoading = true;
    romanise = (await load()) ?? undefined;
    isLoading = false;
    loaded();
  };
  /** As it is sent. */
  const normalise = (text: string): string => normaliseCardholderName(text, romanise);
  return {
    normalise,
    verify(text: string): Verification {
      const isKana = hasKana(text);
      if (isKana && isLoading === undefined) void fetch();
      return isKana && isLoading ? unfinished('name-characters') : verifyCardholderName(text, romanise);
    },
    /** How the name will be sent, when that is not what is typed. */
    hintAt(field: CardField, words: Words): void {
      const { value } = field.input;
      const name = normalise(value);
      const isOther = field.verification.isValid && name !== value.trim();
      field.hint(isOther ? words['name-will-be'].replace('{name}', () => name) : '', !hasKana(value));
    },
  };
}
