/** dist/custom-elements.json as the reference needs it: custom elements manifest, schema 1.0.0, with the states that are newer. */
import { readFile } from 'node:fs/promises';

const FILE = new URL('../../dist/custom-elements.json', import.meta.url);

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Typed extends Named {
  readonly type?: { readonly text: string };
  readonly default?: string;
}

export interface Member extends Typed {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly parameters?: readonly (Typed & { readonly optional?: boolean })[];
  readonly return?: { readonly type: { readonly text: string } };
}

interface ClassDeclaration extends Named {
  readonly members: readonly Member[];
}

export interface ElementDeclaration extends ClassDeclaration {
  readonly tagName: string;
  readonly attributes: readonly (Typed & { readonly fieldName?: string })[];
  readonly events: readonly Typed[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssStates: readonly Named[];
  readonly cssProperties?: readonly (Named & { readonly default?: string })[];
}

export interface Manifest {
  readonly element: ElementDeclaration;
  /** By the name of the class. */
  readonly eventClasses: ReadonlyMap<string, ClassDeclaration>;
}

export async function readManifest(): Promise<Manifest> {
  const { modules } = JSON.parse(await readFile(FILE, 'utf8')) as {
    modules: readonly { readonly declarations?: readonly ClassDeclaration[] }[];
  };
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  const element = declarations.find((each): each is ElementDeclaration => 'tagName' in each);
  if (!element) throw new Error('dist/custom-elements.json has no element: npm run build');
  return { element, eventClasses: new Map(declarations.filter((each) => each !== element).map((each) => [each.name, each])) };
}
