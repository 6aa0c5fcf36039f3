/** The form around the element. */
import type { Host, Symptom } from './diagnosis.js';
import { tagOf } from './tag.js';

/** By attribute: `form.method` may be a control of that name. */
const valueOf = (element: Element, name: string): string => (element.getAttribute(name) ?? '').trim().toLowerCase();

const isSubmitButton = (element: Element): element is HTMLButtonElement =>
  element.matches('button, input') && (element as HTMLButtonElement).type === 'submit';

export function examineForm(host: Host): Symptom[] {
  const { form, name } = host;
  if (!form) return name ? [{ code: 'form-missing', severity: 'warning', fix: '<form action="…" method="post">' }] : [];
  if (!name) return [{ code: 'name-missing', severity: 'warning', fix: tagOf(host, { name: 'token' }) }];
  const found: Symptom[] = [];
  const elements = [...form.elements];

  const method = valueOf(form, 'method');
  if (method !== 'post') {
    const code = method === 'dialog' ? 'form-dialog' : 'form-get';
    found.push({ code, severity: 'warning', fix: tagOf(form, { method: 'post' }) });
  }
  const target = valueOf(form, 'target');
  if (!['', '_self', '_top', '_parent'].includes(target)) {
    found.push({ code: 'form-target', severity: 'warning', values: { target }, fix: tagOf(form, { target: null }) });
  }
  if (form.hasAttribute('novalidate')) found.push({ code: 'form-novalidate', severity: 'note', fix: tagOf(form, { novalidate: null }) });
  if (valueOf(form, 'autocomplete') === 'off') {
    found.push({ code: 'form-autocomplete', severity: 'note', fix: tagOf(form, { autocomplete: null }) });
  }
  const [button, ...others] = elements.filter(isSubmitButton);
  if (button && [button, ...others].every(({ formNoValidate }) => formNoValidate)) {
    found.push({ code: 'form-buttons', severity: 'error', fix: tagOf(button, { formnovalidate: null }) });
  }
  const same = elements.filter((element) => element !== host && element.getAttribute('name') === name && !element.matches(':disabled'));
  if (same[0]) {
    const values = { name, count: String(same.length + 1) };
    found.push({ code: 'name-twice', severity: 'warning', values, fix: tagOf(same[0], { name: null }) });
  }
  const root = form.getRootNode() as Document | ShadowRoot;
  const label = [...root.querySelectorAll('label')].find(({ htmlFor }) => htmlFor === name && !root.getElementById(htmlFor));
  if (label) found.push({ code: 'label-for', severity: 'warning', values: { name }, fix: tagOf(host, { id: name }) });
  return found;
}
