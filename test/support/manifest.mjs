/**
 * A step of the build: dist/custom-elements.json, the custom elements manifest (schema 1.0.0), made from the docblocks, the properties
 * and the methods of the elements and from their events. It has what a merchant may use, under the names of the built files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
/** The last of the sources for the tags' names alone. The card comes first. */
const ENTRIES = [
  {
    sources: ['src/elements/shoji-card.ts', 'src/elements/events.ts', 'src/register.ts'],
    classes: 'dist/index.js',
    definition: 'dist/define.js',
  },
  {
    sources: ['src/elements/shoji-saved-cards.ts', 'src/elements/shoji-payment-method.ts', 'src/elements/choice-events.ts', 'src/members-define.ts'],
    classes: 'dist/members.js',
    definition: 'dist/members/define.js',
  },
];

/** Called by the browser, not by a merchant. */
const CALLED_BY_THE_BROWSER = /^(?:form\w+|connected|connectedMove|disconnected|adopted|attributeChanged)Callback$/;

const isPublic = ({ name, privacy = 'public', static: isStatic }) =>
  !isStatic && privacy === 'public' && !name.startsWith('#') && !CALLED_BY_THE_BROWSER.test(name);

function publicClass({ members = [], attributes, events, superclass, ...rest }) {
  return {
    ...rest,
    // the class between is not exported
    superclass: superclass.name === 'ShojiEvent' ? { name: 'Event', package: 'global:' } : superclass,
    ...(rest.customElement && { attributes, events }),
    members: members.filter(isPublic),
  };
}

/** A docblock is wrapped where its line ends; a description is one line, but for an example. */
const unwrapped = (key, value) =>
  (key === 'description' || key === 'summary') && !value.includes('```') ? value.replace(/\s*\n\s*/g, ' ') : value;

function readClasses(sources) {
  const modules = sources.map((file) => ts.createSourceFile(file, readFileSync(join(project, file), 'utf8'), ts.ScriptTarget.ES2022, true));
  const manifest = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const exported = new Set(manifest.modules.flatMap((module) => module.exports.map(({ declaration }) => declaration.name)));
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ kind, name }) => kind === 'class' && exported.has(name))
    .map(publicClass);
}

/** What the manifest says, as text. */
export function manifestText() {
  const modules = ENTRIES.flatMap(({ sources, classes, definition }) => {
    const declarations = readClasses(sources);
    const elements = declarations.filter(({ customElement }) => customElement);
    const where = ({ name }) => ({ name, module: classes });
    return [
      {
        kind: 'javascript-module',
        path: classes,
        declarations,
        exports: declarations.map((each) => ({ kind: 'js', name: each.name, declaration: where(each) })),
      },
      {
        kind: 'javascript-module',
        path: definition,
        exports: elements.map((each) => ({ kind: 'custom-element-definition', name: each.tagName, declaration: where(each) })),
      },
    ];
  });
  const manifest = { schemaVersion: '1.0.0', modules };
  return `${JSON.stringify(manifest, unwrapped, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(project, 'dist/custom-elements.json'), manifestText());
