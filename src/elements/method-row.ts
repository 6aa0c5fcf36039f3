import { instalments } from '../choice/instalments.js';
import type { Method, MethodOption } from '../choice/method-options.js';
import type { MemberWords } from '../locales/members/ja.js';
import { filled, say } from './choice-root.js';
import { make } from './make.js';

export interface MethodState {
  readonly words: MemberWords;
  readonly language: string;
  /** Of this method; one for each number of payments. */
  readonly offered: readonly MethodOption[];
  /** Whole yen. */
  readonly amount: number | null;
  /** Null while another method is chosen. */
  readonly chosen: MethodOption | null;
}

/** One way to pay: its radio button, its numbers of payments, what it means, and how the amount is divided. */
export class MethodRow {
  readonly #radio: HTMLInputElement;
  readonly #title: HTMLElement;
  readonly #counts = make('select', { part: 'counts', dir: 'auto' }) as HTMLSelectElement;
  readonly #text: HTMLElement;
  readonly #estimate: HTMLElement;
  readonly element: HTMLElement;
  #offered: readonly MethodOption[] = [];
  readonly #method: Method;

  constructor(method: Method, choose: (option: MethodOption) => void) {
    const id = `method-${method}`;
    this.#method = method;
    this.#radio = make('input', { type: 'radio', name: 'method', id, value: method, 'aria-describedby': `${id}-text ${id}-estimate` }) as HTMLInputElement;
    this.#title = make('span');
    this.#text = make('p', { id: `${id}-text`, part: 'text' });
    this.#estimate = make('output', { id: `${id}-estimate`, part: 'estimate' });
    const title = make('label', { for: id, part: 'title' }, this.#title);
    this.element = make('div', { class: 'option' }, this.#radio, title, this.#counts, this.#text, this.#estimate);
    const tell = () => {
      const option = this.#offered.find(({ payTimes }) => String(payTimes) === this.#counts.value) ?? this.#offered[0];
      if (option) choose(option);
    };
    this.#radio.addEventListener('change', tell);
    this.#counts.addEventListener('change', tell);
  }

  show({ words, language, offered, amount, chosen }: MethodState): void {
    const hasCounts = offered.length > 1;
    const isChosen = chosen !== null;
    const method = this.#method;
    const only = hasCounts ? null : (offered[0]?.payTimes ?? null);
    const times = (count: number | null) => filled(words.times, { count: String(count) });
    // two payments with the bonuses are named so already
    say(this.#title, only !== null && method === '2' ? `${words['method-2']} ${times(only)}` : words[`method-${method}`]);
    this.#showCounts(offered, times);
    this.#counts.hidden = !(hasCounts && isChosen);
    this.#counts.ariaLabel = words['times-label'];
    if (isChosen && hasCounts) this.#counts.value = String(chosen.payTimes);
    this.#radio.checked = isChosen;
    this.element.classList.toggle('chosen', isChosen);
    this.element.setAttribute('part', isChosen ? 'option chosen' : 'option');
    say(this.#text, words[`text-${method}`]);
    say(this.#estimate, chosen ? estimate(amount, chosen, words, language) : '');
  }

  #showCounts(offered: readonly MethodOption[], times: (count: number | null) => string): void {
    const values = offered.map(({ payTimes }) => String(payTimes));
    const { value } = this.#counts;
    if (this.#offered !== offered && values.join() !== [...this.#counts.options].map((each) => each.value).join()) {
      this.#counts.replaceChildren(...values.map((each) => make('option', { value: each })));
      if (values.includes(value)) this.#counts.value = value;
    }
    this.#offered = offered;
    for (const [index, { payTimes }] of offered.entries()) say(this.#counts.options[index] as HTMLOptionElement, times(payTimes));
  }
}

function estimate(amount: number | null, { payTimes }: MethodOption, words: MemberWords, language: string): string {
  const divided = amount !== null && payTimes !== null && instalments(amount, payTimes);
  if (!divided) return '';
  const yen = yenIn(language);
  const { count, each, last } = divided;
  return each === last
    ? filled(words.even, { each: yen(each), count: String(count) })
    : filled(words.uneven, { each: yen(each), count: String(count - 1), last: yen(last) });
}

/** Japanese prices are written 3,333円; the sign stands where another language is read. */
function yenIn(language: string): (amount: number) => string {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'JPY',
    currencyDisplay: language === 'ja' ? 'name' : 'narrowSymbol',
  });
  return (amount) => format.format(amount).replace(/(?<=\d)\s+(?=円)/, '');
}
