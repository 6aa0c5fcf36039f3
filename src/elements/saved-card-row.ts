import type { Brand } from '../card/brands.js';
import { lastDigits, printedExpiry, standingOf, type SavedCard } from '../choice/saved-card.js';
import type { MemberWords } from '../locales/members/ja.js';
import { brandMark, BRAND_NAMES } from '../theme/brand-marks.js';
import { filled, say } from './choice-root.js';
import { make } from './make.js';

/** What a row tells its element. */
export interface RowHost {
  /** The shopper chose this card. */
  choose(card: SavedCard): void;
  /** The shopper was asked, and wants this card removed. */
  remove(card: SavedCard): void;
  /** No other row asks at the same time. */
  asks(row: SavedCardRow): void;
}

export interface RowState {
  readonly card: SavedCard;
  readonly words: MemberWords;
  readonly today: Date;
  readonly isChosen: boolean;
  readonly isRemovable: boolean;
}

let rows = 0;

/** One saved card: its radio button, what is known of it, and the question whether it is to be removed. */
export class SavedCardRow {
  readonly #id = `card-${String((rows += 1))}`;
  readonly radio = make('input', { type: 'radio', name: 'card', id: this.#id, 'aria-describedby': `${this.#id}-note` }) as HTMLInputElement;
  readonly #mark = make('span', { class: 'mark', part: 'mark' });
  readonly #number = make('span', { class: 'number', part: 'number' });
  readonly #expiry = make('span', { class: 'expiry', part: 'expiry' });
  readonly #default = make('span', { class: 'badge', part: 'badge' });
  readonly #standing = make('span', { class: 'badge late', part: 'badge' });
  readonly #remove = make('button', { type: 'button', class: 'remove', part: 'remove' });
  readonly #note = make('p', { class: 'note', part: 'note', id: `${this.#id}-note` });
  readonly #asked = make('p', { id: `${this.#id}-question` });
  readonly #confirm = make('button', { type: 'button', class: 'confirm', part: 'confirm' });
  readonly #keep = make('button', { type: 'button', class: 'keep', part: 'keep' });
  readonly #question = make(
    'div',
    { class: 'question', part: 'question', role: 'group', 'aria-labelledby': `${this.#id}-question`, hidden: '' },
    this.#asked,
    this.#confirm,
    this.#keep,
  );
  readonly element = make(
    'div',
    { class: 'option' },
    this.radio,
    make('label', { for: this.#id, part: 'card' }, this.#mark, this.#number, this.#expiry, this.#default, this.#standing),
    this.#remove,
    this.#note,
    this.#question,
  );
  #card: SavedCard;
  #shownMark: SavedCard['brand'];

  constructor(card: SavedCard, host: RowHost) {
    this.#card = card;
    this.radio.addEventListener('change', () => host.choose(this.#card));
    this.#remove.addEventListener('click', () => {
      host.asks(this);
      this.#question.hidden = false;
      this.#keep.focus(); // the answer that loses nothing
    });
    this.#keep.addEventListener('click', this.#forget);
    this.#confirm.addEventListener('click', () => {
      this.#forget();
      host.remove(this.#card);
    });
    this.#question.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation(); // it closes the question, and nothing around it
      this.#forget();
    });
  }

  show({ card, words, today, isChosen, isRemovable }: RowState): void {
    this.#card = card;
    const standing = standingOf(card, today);
    const isExpired = standing === 'expired';
    const name = nameOf(card, words);
    const { element, radio } = this;
    radio.value = card.sequence;
    radio.disabled = isExpired;
    radio.checked = isChosen;
    for (const [state, holds] of Object.entries({ chosen: isChosen, expired: isExpired })) element.classList.toggle(state, holds);
    element.setAttribute('part', ['option', isChosen && 'chosen', isExpired && 'expired'].filter(Boolean).join(' '));
    this.#showMark(card);
    const digits = lastDigits(card);
    say(this.#number, digits && filled(words.ending, { digits }));
    const expiry = printedExpiry(card);
    say(this.#expiry, expiry && filled(words.expires, { expiry }));
    say(this.#default, card.isDefault ? words.default : '');
    say(this.#standing, standing === 'good' ? '' : words[standing]);
    for (const badge of [this.#default, this.#standing]) badge.hidden = !badge.textContent;
    say(this.#note, isExpired ? words['expired-text'] : '');
    say(this.#remove, words.remove);
    this.#remove.ariaLabel = filled(words['remove-card'], { card: name });
    this.#remove.hidden = !isRemovable;
    if (!isRemovable) this.#question.hidden = true;
    say(this.#asked, filled(words.question, { card: name }));
    say(this.#confirm, words.confirm);
    say(this.#keep, words.keep);
  }

  /** The question goes without an answer. */
  close(): void {
    this.#question.hidden = true;
  }

  #showMark({ brand }: SavedCard): void {
    if (this.#shownMark === brand) return;
    this.#shownMark = brand;
    this.#mark.replaceChildren(isBrand(brand) ? brandMark(brand) : (brand ?? ''));
  }

  readonly #forget = (): void => {
    this.close();
    this.#remove.focus();
  };
}

const isBrand = (text: SavedCard['brand']): text is Brand => Object.hasOwn(BRAND_NAMES, text ?? '');

/** As it is said in a sentence: `Visa ending in 111`. */
export function nameOf(card: SavedCard, words: MemberWords): string {
  const { brand } = card;
  const digits = lastDigits(card);
  return [isBrand(brand) ? BRAND_NAMES[brand] : (brand ?? words.card), digits && filled(words.ending, { digits })].filter(Boolean).join(' ');
}
