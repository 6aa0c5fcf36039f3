/** Outlines of one field, one for each state that is read. */
import type { FieldState, MirroredPart } from '../theme/mirrored-parts.js';

/** States that hold at once come one over the other in this order. Focus on a wrong field has its own. */
const READ: readonly (readonly FieldState[])[] = [[], ['empty'], ['complete'], ['focused'], ['invalid'], ['focused', 'invalid'], ['disabled']];

export interface Outline {
  readonly name: string;
  readonly states: readonly FieldState[];
  readonly element: HTMLElement;
  /** Those that bear parts; the outermost is the element. */
  readonly nodes: readonly HTMLElement[];
  /** In what each differs from our own style of a field in no state, as text. */
  readonly looks: string[];
}

/** @param field - empty, as it stands in its place; a wrong one has an error in place of its hint */
export function outlinesOf(field: HTMLElement): Outline[] {
  const name = field.classList[1] as string;
  return READ.map((states) => {
    const element = field.cloneNode(true) as HTMLElement;
    element.className = [field.className, ...states].join(' ');
    const nodes = nodesOf(element);
    if (states.includes('invalid')) for (const node of nodes) if (partOf(node) === 'hint') node.className = 'message error';
    for (const node of nodes) node.setAttribute('part', [partOf(node), name, ...states].join(' '));
    return { name, states, element, nodes, looks: [] };
  });
}

export const nodesOf = (element: HTMLElement): HTMLElement[] => [element, ...element.querySelectorAll<HTMLElement>('[part]')];

/** `message` is what hints and errors have in common. */
export const partOf = ({ className }: Element): MirroredPart => /^(?:message )?(\w+)/.exec(className)?.[1] as MirroredPart;
