/**
 * The reference, from the manifest: English as the docblocks have it, Japanese from a table of its own, whose keys a test holds to the
 * manifest.
 */
import type { ElementDeclaration, Manifest, Member } from './manifest.ts';
import { JAPANESE } from './reference-ja.ts';
import type { Language } from './wording.ts';

export const GROUPS = ['attribute', 'property', 'method', 'event', 'slot', 'part', 'custom-property', 'state'] as const;
export type Group = (typeof GROUPS)[number];
export type ReferenceKey = `${Group} ${string}`;

export interface Entry {
  readonly key: ReferenceKey;
  /** As it is written in code. */
  readonly code: string;
  /** Type, default and what else is short. */
  readonly facts: readonly string[];
  readonly description: string;
}

type English = Omit<Entry, 'description'> & { readonly description: string | undefined };

/** @param silent - of what has no description: it is the platform's */
export function referenceOf(manifest: Manifest, language: Language, silent: string): ReadonlyMap<Group, readonly Entry[]> {
  const english = new Map<Group, English[]>(GROUPS.map((group) => [group, entriesOf(group, manifest)]));
  return new Map([...english].map(([group, entries]) => [group, entries.map((entry) => ({ ...entry, description: describe(entry) }))]));

  function describe({ key, description = silent }: English): string {
    return language === 'ja' ? (JAPANESE[key] ?? description) : description;
  }
}

function entriesOf(group: Group, { element, eventClasses }: Manifest): English[] {
  const entry = ({ name, description }: { name: string; description?: string }, code = name, facts: readonly string[] = []): English => ({
    key: `${group} ${name}`,
    code,
    facts,
    description: description?.replace(/^[a-z]/, (letter) => letter.toUpperCase()).replace(/[^.]$/, '$&.'),
  });
  switch (group) {
    case 'attribute':
      return element.attributes.map((each) => {
        const initial = each.default && !/^(?:null|'')$/.test(each.default) ? [`= ${each.default}`] : [];
        return entry(each, each.name, [...(each.type ? [each.type.text] : []), ...initial, ...(each.fieldName && each.fieldName !== each.name ? [`.${each.fieldName}`] : [])]);
      });
    case 'property':
      // those of an attribute are told with it
      return propertiesOf(element).map((each) => entry(each, each.name, [...typeOf(each), ...(each.readonly ? ['readonly'] : [])]));
    case 'method':
      return element.members.filter(({ kind }) => kind === 'method').map((each) => entry(each, `${each.name}(${parametersOf(each)})`, [each.return?.type.text ?? 'void']));
    case 'event':
      return element.events.map((each) => {
        const fields = eventClasses.get(each.type?.text ?? '')?.members ?? [];
        return entry(each, each.name, [each.type?.text ?? 'Event', ...fields.map(({ name }) => `.${name}`)]);
      });
    case 'slot':
      return element.slots.map((each) => entry(each, each.name === '' ? '<slot>' : `slot="${each.name}"`));
    case 'part':
      return element.cssParts.map((each) => entry(each, `::part(${each.name})`));
    case 'custom-property':
      return (element.cssProperties ?? []).map((each) => entry(each, each.name, each.default ? [`= ${each.default}`] : []));
    case 'state':
      return element.cssStates.map((each) => entry(each, `:state(${each.name})`));
  }
}

const propertiesOf = ({ members }: ElementDeclaration): readonly Member[] =>
  members.filter(({ kind, attribute }) => kind === 'field' && attribute === undefined);

const typeOf = ({ type }: Member): readonly string[] => (type && !type.text.includes('[') ? [type.text] : []);

const parametersOf = ({ parameters = [] }: Member): string =>
  parameters.map(({ name, optional, default: initial }) => (optional || initial !== undefined ? `${name}?` : name)).join(', ');
