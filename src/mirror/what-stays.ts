/** What a shop's style sheet says of the parts and the frame cannot show: told in the console, each name once. */
import { isSafeValue, MIRRORED, type MirroredPart } from '../theme/mirrored-parts.js';

const told = new Set<string>();

/** Other names of what is told anyway, and what follows from other properties. */
const DERIVED = /^-|(?:^|-)(?:inline|block)(?:-|$)|-origin$|^border-(?:start|end)-|^(?:transition-behavior|font-variant|visibility|grid-template-(?:rows|columns)|(?:(?:min|max)-)?(?:width|height)|top|right|bottom|left)$/;

/**
 * @param form - the outline that bears the parts
 * @param plain - the same without them, with our own style alone
 */
export function tellWhatStays(form: Element, plain: Element, computedStyle: (element: Element) => CSSStyleDeclaration): void {
  const plainNodes = [plain, ...plain.querySelectorAll('*')];
  [form, ...form.querySelectorAll('*')].forEach((node, index) => {
    const [part] = (node.getAttribute('part') ?? '').split(' ');
    const other = plainNodes[index];
    if (!part || !other) return;
    const properties: readonly string[] = MIRRORED[part as MirroredPart];
    const [said, unsaid] = [computedStyle(node), computedStyle(other)];
    for (const property of said) {
      const value = said.getPropertyValue(property);
      const stays = !properties.includes(property) || !isSafeValue(value);
      const followsText = property !== 'color' && value === said.color; // the colour of what has none of its own
      if (!stays || followsText || DERIVED.test(property) || value === unsaid.getPropertyValue(property)) continue;
      const name = `“${property}” of ::part(${part})`;
      if (told.has(name)) continue;
      told.add(name);
      console.warn(`shoji-card: ${name} cannot reach the card fields, which stand in an isolated frame.`);
    }
  });
}
