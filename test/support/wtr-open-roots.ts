/**
 * Import it before the element: every shadow root made afterwards is open and remembered. Accessibility checks and tests of what
 * the shopper sees need it; tests of what a page can reach must not use it.
 */
const roots = new WeakMap<Element, ShadowRoot>();
const attachShadow = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow')?.value as Element['attachShadow'];

Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit): ShadowRoot {
  const root = attachShadow.call(this, { ...init, mode: 'open' });
  roots.set(this, root);
  return root;
};

export function rootOf(element: Element): ShadowRoot {
  const root = roots.get(element);
  if (!root) throw new Error(`${element.localName} has no shadow root`);
  return root;
}
