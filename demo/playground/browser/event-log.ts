/** What the element said, and what was asked of it, latest first. */

const LINES = 100;
const EVENTS = ['shoji-ready', 'shoji-change', 'shoji-token', 'shoji-error', 'shoji-challenge', 'shoji-outcome', 'submit'] as const;

export class EventLog {
  readonly #list: HTMLElement;
  readonly #none: string;

  constructor(list: HTMLElement, none: string) {
    this.#list = list;
    this.#none = none;
  }

  /** Everything that happens in there from now on. */
  listen(place: HTMLElement): void {
    for (const type of EVENTS) {
      place.addEventListener(type, (event) => {
        this.add(type, type === 'submit' ? formData(event as SubmitEvent) : ownFields(event));
      });
    }
  }

  add(what: string, fields: Readonly<Record<string, unknown>> = {}): void {
    if (this.#list.querySelector('time') === null) this.#list.replaceChildren();
    const line = document.createElement('li');
    const time = document.createElement('time');
    time.textContent = new Date().toLocaleTimeString('ja-JP', { hour12: false });
    const name = document.createElement('b');
    name.textContent = what;
    line.append(time, ' ', name);
    if (Object.keys(fields).length > 0) {
      const details = document.createElement('code');
      details.textContent = written(fields);
      line.append(' ', details);
    }
    this.#list.prepend(line);
    while (this.#list.children.length > LINES) this.#list.lastElementChild?.remove();
  }

  empty(): void {
    const line = document.createElement('li');
    line.className = 'quiet';
    line.textContent = this.#none;
    this.#list.replaceChildren(line);
  }
}

/** As one would write it in a script: `{complete: true, brand: "visa"}`. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : JSON.stringify(value);
  return `{${Object.entries(value).map(([name, each]) => `${name}: ${written(each)}`).join(', ')}}`;
}

/** The data of an event are fields of its own; what every event has is not among them. */
const ownFields = (event: Event): Record<string, unknown> =>
  Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'isTrusted'));

/** What the shop's server would get. */
function formData({ target, submitter }: SubmitEvent): Record<string, unknown> {
  const data = new FormData(target as HTMLFormElement, submitter);
  return Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name)]));
}
