/** The start tag of an element, as it stands in the page but for these attributes; null takes one away. */
export function tagOf(element: Element, changes: Readonly<Record<string, string | null>> = {}): string {
  const now = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  const attributes = Object.entries({ ...now, ...changes }).filter(([, value]) => value !== null);
  return `<${[element.localName, ...attributes.map(written)].join(' ')}>`;
}

const written = ([name, value]: readonly [string, string | null]): string =>
  value ? `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"` : name;
