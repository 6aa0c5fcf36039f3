/**
 * A step of the build: what editors complete and explain, made from dist/custom-elements.json. `html-custom-data.json` and
 * `css-custom-data.json` for VS Code (`html.customData`, `css.customData`), `web-types.json` for JetBrains, which finds it by package.json.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

const outdir = fileURLToPath(new URL('../../dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(new URL('../../dist/custom-elements.json', import.meta.url), 'utf8'));
/** Methods are no matter of HTML, and the properties of CSS have a file of their own. */
const options = { outdir, hideLogs: true, hideMethodDocs: true, hideCssPropertiesDocs: true };

generateVsCodeCustomElementData(manifest, { ...options, htmlFileName: 'html-custom-data.json', cssFileName: 'css-custom-data.json' });
generateJetBrainsWebTypes(manifest, { ...options, packageJson: false });
