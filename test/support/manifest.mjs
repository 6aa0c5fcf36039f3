/**
 * A step of the build: dist/custom-elements.json, the custom elements manifest (schema 1.0.0), made from the docblock, the properties
 * and the methods of the element and from its events. It has what a merchant may use, under the names of the built files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
/** The last one for the tag's name alone. */
const SOURCES = ['src/elements/shoji-card.ts', 'src/elements/events.ts', 'src/register.ts'];
const CLASSES = 'dist/index.js';
const DEFINITION = 'dist/define.js';

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

function readClasses() {
  const modules = SOURCES.map((file) => ts.createSourceFile(file, readFileSync(join(project, file), 'utf8'), ts.ScriptTarget.ES2022, true));
  const manifest = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const exported = new Set(manifest.modules.flatMap((module) => module.exports.map(({ declaration }) => declaration.name)));
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ kind, name }) => kind === 'class' && exported.has(name))
    .map(publicClass);
}

/** What the manifest says, as text. */
export function manifestText() {
  const declarations = readClasses();
  const element = declarations.find(({ customElement }) => customElement);
  const where = ({ name }) => ({ name, module: CLASSES });
  const manifest = {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: CLASSES,
        declarations,
        exports: declarations.map((each) => ({ kind: 'js', name: each.name, declaration: where(each) })),
      },
      {
        kind: 'javascript-module',
        path: DEFINITION,
        exports: [{ kind: 'custom-element-definition', name: element.tagName, declaration: where(element) }],
      },
    ],
  };
  return `${JSON.stringify(manifest, unwrapped, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(project, 'dist/custom-elements.json'), manifestText());
