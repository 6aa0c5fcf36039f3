/** What Enter in a text field does: presses the form's default button (HTML, implicit submission). */
export function submitImplicitly(form: HTMLFormElement): void {
  const button = [...form.elements].find(isSubmitButton);
  if (!button) form.requestSubmit();
  else if (!button.matches(':disabled')) button.click();
}

/** Of a form's `elements`, which never have those of type `image`. */
const isSubmitButton = (element: Element): element is HTMLButtonElement | HTMLInputElement =>
  element.matches('button, input') && (element as HTMLButtonElement).type === 'submit';
