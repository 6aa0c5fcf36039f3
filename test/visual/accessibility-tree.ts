/** What assistive technology gets of page and frame, from the browser itself, as text that reads like an outline. */
import type { CDPSession, Page } from '@playwright/test';

export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  /** `required`, `invalid: true`, `description: "…"`. */
  readonly properties: readonly string[];
  readonly children: readonly AccessibleNode[];
}

type RawNode = RawTree['nodes'][number];
interface RawTree {
  readonly nodes: readonly {
    readonly nodeId: string;
    readonly ignored: boolean;
    readonly role?: { readonly value?: string | number | boolean };
    readonly name?: { readonly value?: string | number | boolean };
    readonly description?: { readonly value?: string | number | boolean };
    readonly value?: { readonly value?: string | number | boolean };
    readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: string | number | boolean } }[];
    readonly childIds?: readonly string[];
  }[];
}

/** In this order; what every text field says of itself is left out. */
const STATES = ['focused', 'required', 'invalid', 'disabled', 'readonly', 'busy', 'live'];
/** Lines of a text, and boxes that have no meaning. */
const SILENT = new Set(['InlineTextBox', 'generic', 'none']);

/** The element, and inside its frame the form. */
export async function accessibilityTree(page: Page): Promise<readonly AccessibleNode[]> {
  const outside = await treeOf(await page.context().newCDPSession(page));
  const main = outside.flatMap((node) => find(node, 'form'));
  const frame = page.frames().find((each) => each.parentFrame() === page.mainFrame());
  // a document of the same process, such as one that has not come yet, is in the page's tree already
  const session = await (frame ? page.context().newCDPSession(frame).catch(() => undefined) : undefined);
  if (!session) return main;
  const inside = await treeOf(session);
  return main.map((node) => withFrame(node, inside));
}

/** One line a node, YAML. */
export function outlineOf(nodes: readonly AccessibleNode[], indent = ''): string {
  return nodes.map(({ role, name, properties, children }) => {
    if (role === 'StaticText') return `${indent}- text: ${JSON.stringify(name)}\n`;
    const more = [...properties.map((property) => `${indent}  - ${property}\n`), outlineOf(children, `${indent}  `)].join('');
    return `${indent}- ${role}${name ? ` ${JSON.stringify(name)}` : ''}${more ? ':' : ''}\n${more}`;
  }).join('');
}

/** Every node, a parent before its children. */
export const flatten = (nodes: readonly AccessibleNode[]): AccessibleNode[] => nodes.flatMap((node) => [node, ...flatten(node.children)]);

async function treeOf(session: CDPSession): Promise<AccessibleNode[]> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as RawTree;
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const build = (node: RawNode): AccessibleNode[] => {
    const role = String(node.role?.value ?? '');
    if (role === 'InlineTextBox') return [];
    // what stands in a text field is its value
    const children = (role === 'textbox' ? [] : node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? build(child) : [];
    });
    const properties = propertiesOf(node);
    if (node.ignored || (SILENT.has(role) && !properties.length)) return children;
    return [{ role, name: String(node.name?.value ?? ''), properties, children }];
  };
  const [root] = nodes;
  return root ? build(root) : [];
}

function propertiesOf({ value, description, properties = [] }: RawNode): string[] {
  const states = STATES.flatMap((name) => {
    const state = properties.find((property) => property.name === name)?.value.value;
    return state === undefined || state === false || state === 'false' ? [] : [`${name}: ${String(state)}`];
  });
  const texts = Object.entries({ value, description }).flatMap(([name, text]) =>
    text?.value === undefined || text.value === '' ? [] : [`${name}: ${JSON.stringify(text.value)}`],
  );
  return [...states, ...texts];
}

const find = (node: AccessibleNode, role: string): AccessibleNode[] =>
  node.role === role ? [node] : node.children.flatMap((child) => find(child, role));

const withFrame = (node: AccessibleNode, inside: readonly AccessibleNode[]): AccessibleNode => ({
  ...node,
  children: node.role === 'Iframe' ? inside : node.children.map((child) => withFrame(child, inside)),
});
