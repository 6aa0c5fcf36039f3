/**
 * What stays in the page to tell of changes: as few elements as look different. What looks alike is watched by one, which bears the
 * tokens of all the fields and states that it stands for; a state in which a part looks different has an element of its own for that part.
 * So a rule that no state had so far shows, too.
 */
import { FIELD_STATES } from '../theme/mirrored-parts.js';
import { nodesOf, partOf, type Outline } from './outlines.js';

/** @param fields - each in all its states, the first of which is none */
export function watchersOf(fields: readonly (readonly Outline[])[]): HTMLElement[] {
  const groups = new Map<string, (readonly Outline[])[]>();
  for (const field of fields) {
    const looks = JSON.stringify(field.map((outline) => outline.looks));
    groups.set(looks, [...(groups.get(looks) ?? []), field]);
  }
  return [...groups.values()].flatMap(watchersOfGroup);
}

/** @param alike - fields that look the same but for their places */
function watchersOfGroup(alike: readonly (readonly Outline[])[]): HTMLElement[] {
  const outlines = alike[0] as readonly Outline[];
  const names = alike.flatMap(([outline]) => outline?.name ?? []);
  const classes = alike.flatMap(([outline]) => outline?.element.className ?? []);
  /** By part, the states that it shows by themselves or together. */
  const shown = (outlines[0] as Outline).nodes.map((_node, index) => {
    const isDistinct = ({ states, looks }: Outline) =>
      outlines.every((other) => other.states.length >= states.length || !other.states.every((state) => states.includes(state)) || other.looks[index] !== looks[index]);
    return new Set(outlines.filter(isDistinct).flatMap(({ states }) => states));
  });
  return outlines.flatMap(({ states, element }) => {
    const isShown = (own: ReadonlySet<string> | undefined) => states.every((state) => own?.has(state));
    if (!shown.some(isShown)) return [];
    const watcher = element.cloneNode(true) as HTMLElement;
    watcher.className = [...classes, ...states].join(' ');
    const nodes = nodesOf(watcher);
    const box = watcher.querySelector('.box');
    box?.replaceWith(...box.children);
    nodes.forEach((node, index) => {
      const others = FIELD_STATES.filter((state) => !shown[index]?.has(state));
      node.setAttribute('part', [partOf(node), ...names, ...states, ...others].join(' '));
    });
    // the inner before the outer, which stays for what is in it
    for (let index = nodes.length; index--; ) if (!isShown(shown[index]) && !nodes[index]?.firstElementChild) nodes[index]?.remove();
    return watcher;
  });
}
