/** The settings as the page's controls show them. The form owns the controls by its id, wherever they stand. */
import { INITIAL, settingsFrom, SETTING_NAMES, type Settings, type Theme } from '../settings.ts';

export class Controls {
  readonly #form: HTMLFormElement;
  readonly #css: HTMLTextAreaElement;
  readonly #themes: Readonly<Record<Theme, string>>;

  constructor(form: HTMLFormElement, css: HTMLTextAreaElement, themes: Readonly<Record<Theme, string>>) {
    this.#form = form;
    this.#css = css;
    this.#themes = themes;
  }

  read(): Settings {
    const data = new FormData(this.#form);
    // there is no control for files
    const all = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
    const [theme = 'none'] = all('theme') as Theme[];
    return settingsFrom((name) => {
      if (name === 'brands') return all(name).join(' ');
      if (name === 'fallback') return data.has(name) ? 'on' : 'off';
      // the theme's own text is not written into the address
      if (name === 'css') return this.css === this.#themes[theme] ? '' : this.css;
      return all(name)[0];
    });
  }

  /** What is set is to be seen: its group is opened. */
  show(settings: Settings): void {
    for (const name of SETTING_NAMES) {
      if (name === 'css') continue;
      for (const control of this.#named(name)) {
        const group = settings[name] === INITIAL[name] ? null : control.closest('details');
        if (group) group.open = true;
        if (control instanceof HTMLInputElement && control.type === 'radio') control.checked = control.value === settings[name];
        else if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = settings[name].split(' ').includes(control.value);
        else if (control instanceof HTMLSelectElement) choose(control, settings[name]);
        else control.value = settings[name];
      }
    }
    this.#css.value = settings.css === '' ? this.#themes[settings.theme as Theme] : settings.css;
  }

  /** Another theme brings its own text along. */
  wearTheme(theme: Theme): void {
    this.#css.value = this.#themes[theme];
  }

  get css(): string {
    return this.#css.value;
  }

  *#named(name: string): Generator<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement> {
    for (const control of this.#form.elements) {
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement) {
        if (control.name === name) yield control;
      }
    }
  }
}

/** What a link asks for may be no option yet, such as `slow:1500`. */
function choose(select: HTMLSelectElement, value: string): void {
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
  select.value = value;
}
