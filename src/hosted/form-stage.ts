import type { HostedEnd } from '../channel/hosted-end.js';
import type { FieldLook } from '../channel/style-protocol.js';
import { formStructure } from '../theme/form-structure.js';
import { isSafeValue } from '../theme/mirrored-parts.js';
import { arrange } from '../theme/tokens.js';
import type { CardField } from './card-field.js';
import { loadFonts, sheetOf } from './part-styles.js';

/**
 * Where a form stands: its fields one after the other in a shadow root, laid out for the frame's width, in the shop's look.
 * @param notice - stands below the fields
 */
export function formStage(end: HostedEnd, fields: readonly CardField<HTMLElement>[], notice: HTMLElement, styles: string) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const form = document.createElement('form');
  const enter = document.createElement('button'); // makes Enter submit, and leaves it alone while an IME composes
  const sheet = new CSSStyleSheet();
  let told = 0;
  const fit = () => {
    arrange(form, new Map(fields.map(({ name, element }) => [name, element])), host.clientWidth);
  };
  const tellHeight = () => {
    const height = Math.ceil(form.getBoundingClientRect().height);
    if (height !== told) end.send({ type: 'resize', height: (told = height) });
  };
  const dress = (style: FieldLook['style']) => {
    root.adoptedStyleSheets = [sheet, sheetOf(style)];
    // a frame is transparent only in the colour scheme of the page around it
    const scheme = style.find(({ at }) => at === 'host')?.values['color-scheme'];
    if (scheme !== undefined && isSafeValue(scheme)) document.documentElement.style.colorScheme = scheme;
  };
  sheet.replaceSync(formStructure + styles);
  enter.hidden = true;
  form.className = 'form';
  form.noValidate = true;
  form.append(...fields.map(({ element }) => element), notice, enter);
  root.append(form);
  document.body.append(host);
  loadFonts(end.init.fonts, document.fonts);
  dress(end.init.style);

  return {
    form,
    dress,
    /**
     * From here on the form fits the frame, and the frame the form; Enter pays, unless a call is under way; and a page that is left, or comes
     * back as it was, has no card in it.
     */
    open(isBusy: () => boolean, clear: () => void): void {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        if (!isBusy()) end.send({ type: 'submit' });
      });
      window.addEventListener('pagehide', clear);
      window.addEventListener('pageshow', ({ persisted }) => {
        if (persisted) clear();
      });
      window.addEventListener('resize', fit);
      new ResizeObserver(tellHeight).observe(form);
      fit();
      tellHeight(); // before the page shows the frame
      end.send({ type: 'ready' });
    },
  };
}
