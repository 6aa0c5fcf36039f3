import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import terser from 'rollup-plugin-terser'; // npm alias of @rollup/plugin-terser, its maintained successor
import { minifyHTMLLiterals } from 'minify-literals';
import { defineConfig, type Plugin } from 'vite';
import { writeBillOfMaterials } from './test/support/bill-of-materials.mjs';

const target = 'es2022';

/** What the hosted document may load besides itself: the gateway's token script, and the JSONP calls that it makes. */
const GATEWAY_HOSTS = 'https://static.mul-pay.jp https://p01.mul-pay.jp https://stg.static.mul-pay.jp https://pt01.mul-pay.jp';
/** That of v2 lies on the same hosts, and on one of SMBC GMO Payment. Where it sends its calls is not published: to a host of theirs. */
const V2_SCRIPTS = `${GATEWAY_HOSTS} https://stg-static.smbc-gp.co.jp`;
const V2_CALLS = 'https://*.mul-pay.jp https://*.smbc-gp.co.jp';

/** Their absence is how our sources know that they run in Node. */
const IN_BROWSERS = ['document', 'HTMLElement', 'customElements'];

/** A classic script has no address of this kind; where it lies is known from document.currentScript. Nor does one run in Node. */
const CLASSIC_SCRIPT = { 'import.meta.url': '""', ...Object.fromEntries(IN_BROWSERS.map((name) => [`typeof ${name}`, '"object"'])) };

/** html`` and css`` in our own sources, minified before bundling. */
const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  enforce: 'pre',
  async transform(code, id) {
    if (!/[\\/]src[\\/].*\.ts$/.test(id) || !/(html|css)`/.test(code)) return;
    const out = await minifyHTMLLiterals(code, { fileName: id });
    return out && { code: out.code, map: out.map as never };
  },
});

/** No property mangling: Lit's reactive names are strings in static properties. #private names are shortened anyway. */
const minify = () =>
  terser({
    ecma: 2020,
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
    format: { comments: /^!/ },
    maxWorkers: 1,
  }) as never;

/** Each is one file with everything in it. */
const isTag = ({ name }: { readonly name: string }) => name === 'tag' || name === 'membersTag';

/**
 * `lit` re-exports its reactive element, and brings its template engine along although nothing here uses it, because the package
 * does not say that it may be left out: 2.7 kB of brotli. The script tag takes the reactive element from where it lives.
 */
const litWithoutTemplates = (): Plugin => ({
  name: 'lit-without-templates',
  enforce: 'pre',
  applyToEnvironment: isTag,
  resolveId(id, importer) {
    return id === 'lit' ? this.resolve('@lit/reactive-element', importer) : null;
  },
});

/**
 * Nor does it use the style sheets of Lit's: the root is ours, and so is its sheet (`pristine.setStyles`). What adopts them would be
 * 300 bytes that never run. Nor its polyfills, its decorators and their initialisers, its own root, lists in attributes that it writes, and the
 * empty script of Trusted Types for event handlers: 240 bytes more.
 */
const litWithoutTheUnused = (): Plugin => {
  const stub = '\0lit-without-styles';
  return {
    name: 'lit-without-the-unused',
    enforce: 'pre',
    applyToEnvironment: isTag,
    resolveId: (id, importer) => (id === './css-tag.js' && /@lit[\\/]reactive-element/.test(importer ?? '') ? stub : null),
    load: (id) =>
      id === stub
        ? `export const getCompatibleStyle = (style) => style;
           export const adoptStyles = () => undefined;
           export { adoptStyles as CSSResult, adoptStyles as css, adoptStyles as supportsAdoptingStyleSheets, adoptStyles as unsafeCSS };`
        : null,
    /** Of code that is minified as it comes; a change of it ends the build. */
    transform(code, id) {
      if (!/@lit[\\/]reactive-element[\\/]reactive-element\.js$/.test(id)) return null;
      return [
        [/\w+\.(?:trustedTypes|reactiveElementPolyfillSupport)\b/g, 'void 0'],
        [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/g, ';'],
        [/this\[Symbol\.metadata\]/g, 'null'],
        [/this\.elementStyles=this\.finalizeStyles\(this\.styles\)/g, ''],
        [/static finalizeStyles\(\w\)\{.*?\}(?=static)/g, ''],
        [/\w+\.elementStyles=\[\],\w+\.shadowRootOptions=\{mode:"open"\},/g, ''],
        [/createRenderRoot\(\)\{const.*?,t\}/g, ''],
        [/static addInitializer\(\w\)\{.*?\}(?=static)/g, ''],
        [/void 0!==(\w)\.l&&\(this\.l=\[\.\.\.\1\.l\]\),|,this\.constructor\.l\?\.forEach\(\w=>\w\(this\)\)/g, ''],
        [/removeController\(\w\)\{.*?\}/g, ''],
        [/case Object:case Array:t=null==t\?t:JSON\.stringify\(t\)/g, ''],
      ].reduce((text, [pattern, without]) => {
        const next = text.replaceAll(pattern as RegExp, without as string);
        if (next === text) throw new Error(`Lit has changed: ${String(pattern)}`);
        return next;
      }, code);
    },
  };
};

/** The script tag has no chunks: it asks for what is loaded later by its address, beside itself. */
const importsBeside = (): Plugin => ({
  name: 'imports-beside',
  enforce: 'pre',
  applyToEnvironment: isTag,
  resolveId(id, importer) {
    const name = /^\.{1,2}\/(?:[\w-]+\/)?import-(?:locale|member-words|three-ds|part-mirror|doctor)(?=\.js$)/.exec(id)?.[0];
    return name ? this.resolve(`${name}-beside.js`, importer) : null;
  },
});

/** The npm package takes the same files as the script tag: each shares nothing, because it has to stand alone. */
const loadedLaterApart = (): Plugin => ({
  name: 'loaded-later-apart',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'npm',
  resolveId: (id) => (/^\.\/(?:three-ds|part-mirror|doctor)\.js$/.test(id) ? { id, external: true } : null),
});

/** Locales are words, loaded by shoppers as they are: minified, and without a map. The rest of the npm package stays readable. */
const minifyLocales = (): Plugin => {
  type RenderChunk = (this: unknown, code: string, ...more: unknown[]) => Promise<{ code: string }>;
  const { renderChunk } = minify() as unknown as { renderChunk: RenderChunk };
  return {
    name: 'minify-locales',
    async renderChunk(code, chunk, ...more) {
      if (!isLocale(chunk)) return null;
      return { code: (await renderChunk.call(this, code, chunk, ...more)).code, map: null };
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !isLocale(file)) continue;
        Reflect.deleteProperty(bundle, `${file.fileName}.map`);
        file.code = file.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
      }
    },
  };
};

/**
 * The sandbox needs the Japanese tables of `iconv-lite` only: those of other languages are 150 kB that never run.
 */
const japaneseTablesOnly = (): Plugin => {
  const stub = '\0table-of-another-language';
  return {
    name: 'japanese-tables-only',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'sandbox',
    resolveId: (id, importer) =>
      /iconv-lite/.test(importer ?? '') && /^\.\/(?:tables\/(?!shiftjis|eucjp)|sbcs-data)/.test(id) ? stub : null,
    load: (id) => (id === stub ? 'module.exports = {};' : null),
  };
};

/** It lies among the files that it serves. */
const insideBuiltFiles = (): Plugin => {
  const stub = '\0inside-built-files';
  return {
    name: 'inside-built-files',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'sandbox',
    resolveId: (id) => (/(?:^|\/)built-files\.mjs$/.test(id) ? stub : null),
    load: (id) => (id === stub ? `export const BUILT = new URL('../', import.meta.url);` : null),
  };
};

const isLocale = (chunk: { facadeModuleId: string | null }) => /[\\/]src[\\/]locales[\\/]/.test(chunk.facadeModuleId ?? '');

const digest = (content: string | Buffer) => `sha256-${createHash('sha256').update(content).digest('base64')}`;
const hash = (text: string) => `'${digest(text)}'`;

/**
 * One file, one request: script and style go into the document, and the document's own policy names them by their hashes.
 * @param fileName - in dist/
 * @param policyFor - what else it may load, given its script
 */
const selfContained = (fileName: string, policyFor: (code: string) => { code: string; policy: Record<string, string> }): Plugin => ({
  name: 'self-contained',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = Object.values(bundle);
    const page = files.find((file) => file.fileName.endsWith('.html'));
    const script = files.find((file) => file.type === 'chunk');
    if (page?.type !== 'asset' || script?.type !== 'chunk') throw new Error(`${fileName} needs one page and one script`);
    for (const { fileName: name } of files) Reflect.deleteProperty(bundle, name);

    const { code, policy } = policyFor(script.code.trim().replaceAll('</script', '<\\/script'));
    const body = String(page.source).replace(/\s*<script\b[^>]*><\/script>/, '').replace(/\s*<link\b[^>]*>/g, '');
    const style = /<style>([^]*?)<\/style>/.exec(body)?.[1] ?? '';
    const compact = style.replace(/\s+/g, ' ').trim();
    const directives = {
      'default-src': `'none'`,
      ...policy,
      'script-src': [hash(code), policy['script-src']].filter(Boolean).join(' '),
      'style-src': hash(compact),
      'base-uri': `'none'`,
      'form-action': `'none'`,
    };
    const content = Object.entries(directives).map((directive) => directive.join(' ')).join('; ');
    const source = body
      .replace(style, () => compact)
      .replace('<meta charset="utf-8" />', (tag) => `${tag}<meta http-equiv="Content-Security-Policy" content="${content}" />`)
      .replace('</body>', () => `<script type="module">${code}</script></body>`)
      .replace(/>\s+</g, (gap, at: number, all: string) => (at > all.indexOf('<script') ? gap : '><'));
    this.emitFile({ type: 'asset', fileName, source });
  },
});

/** By file, the modules whose code went into it; and what was left to the shop's bundler. The bill of materials is made of both. */
interface Contents {
  readonly bundled: Record<string, readonly string[]>;
  readonly imported: string[];
}

/** On the environment, because every environment has an evaluation of this file of its own. */
const contentsOf = (environment: object): Contents => {
  const holder = environment as { contents?: Contents };
  return (holder.contents ??= { bundled: {}, imported: [] });
};

const recordModules = (): Plugin => ({
  name: 'record-modules',
  generateBundle: {
    order: 'pre', // before the hosted document swallows its script
    handler(_options, bundle) {
      const { bundled, imported } = contentsOf(this.environment);
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        bundled[file.fileName] = Object.keys(file.modules).filter((id) => file.modules[id]!.renderedLength > 0);
        imported.push(...[...file.imports, ...file.dynamicImports].filter((name) => !(name in bundle) && !name.startsWith('.')));
      }
    },
  },
});

/**
 * The card fields: the gateway's scripts, what lies beside the document and was built before, and fonts of the shop's on this origin.
 * @param scripts - hosts of the gateway's scripts
 * @param more - what else this gateway needs
 */
const fieldsPolicy = (scripts: string, more: Record<string, string> = {}) => (built: string) => {
  const hashes: string[] = [];
  const code = built.replace(/sha256-of-([\w.-]+)/g, (_place, file: string) => {
    const integrity = digest(readFileSync(`dist/hosted/${file}`));
    hashes.push(`'${integrity}'`);
    return integrity;
  });
  if (!hashes.length) throw new Error('the hosted document has no place for the hashes of what lies beside it');
  return { code, policy: { 'script-src': [...hashes.sort(), scripts].join(' '), 'font-src': `'self'`, ...more } };
};

/** The wrapper of a challenge: whatever the issuer's pages are. */
const challengePolicy = (code: string) => ({ code, policy: { 'frame-src': 'https:' } });

// minify:false everywhere and output.minify:false beside it: Vite 8 otherwise sets rolldown's
// "dce-only", which prints the code again, with white space, after the terser plugin ran.
const build = { outDir: 'dist', emptyOutDir: false, target, minify: false as const };

/** What no page loads. */
const FOR_DEVELOPERS = ['testing', 'sandbox'];

export default defineConfig({
  base: './',
  plugins: [recordModules(), minifyTemplates(), litWithoutTemplates(), litWithoutTheUnused(), importsBeside(), loadedLaterApart(), japaneseTablesOnly(), insideBuiltFiles()],
  builder: {
    async buildApp(builder) {
      const names = ['npm', 'tag', 'members', 'membersTag', 'threeDs', 'partMirror', 'doctor', 'returnPage', 'romaniser', 'gmoGateway', 'gmoV2Gateway', 'hosted', 'gmoV2Hosted', 'gatewayFields', 'challenge', ...FOR_DEVELOPERS];
      for (const name of names) await builder.build(builder.environments[name]!);
      const isForDevelopers = ([name]: [string, unknown]) => FOR_DEVELOPERS.includes(name);
      const all = Object.entries(builder.environments);
      const shipped = all.filter((each) => !isForDevelopers(each)).map(([, environment]) => contentsOf(environment));
      writeBillOfMaterials(builder.config.root, shipped, all.filter(isForDevelopers).map(([, environment]) => contentsOf(environment)));
    },
  },
  environments: {
    // for bundlers: lit stays a dependency, readable, with a source map
    npm: {
      consumer: 'client',
      build: {
        ...build,
        emptyOutDir: true,
        sourcemap: true,
        lib: { entry: { index: 'src/index.ts', define: 'src/define.ts', react: 'src/frameworks/react.ts' }, formats: ['es'] },
        rolldownOptions: {
          external: [/^(?:lit|react)($|\/)/],
          // `use client` stays where it is: react.js is a file of its own
          onLog: (level, log, next) => {
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
          },
          output: {
            minify: false,
            chunkFileNames: (chunk) => (isLocale(chunk) ? 'locales/[name].js' : chunk.name === 'register' ? 'register.js' : 'elements.js'),
            plugins: [minifyLocales()],
          },
        },
      },
    },
    // for a script tag: all inlined, registers itself
    tag: {
      consumer: 'client',
      build: {
        ...build,
        lib: { entry: 'src/script-tag.ts', name: 'ShojiCard', formats: ['iife'], fileName: () => 'shoji-card.js' },
        rolldownOptions: { transform: { define: CLASSIC_SCRIPT }, output: { minify: false, plugins: [minify()] } },
      },
    },
    // what a shop with members needs beside the card, for bundlers
    members: {
      consumer: 'client',
      build: {
        ...build,
        sourcemap: true,
        lib: { entry: { members: 'src/members.ts', 'members/define': 'src/members-define.ts' }, formats: ['es'] },
        rolldownOptions: {
          external: [/^lit($|\/)/],
          output: {
            minify: false,
            chunkFileNames: (chunk) => (isLocale(chunk) ? 'locales/members/[name].js' : 'members/elements.js'),
            plugins: [minifyLocales()],
          },
        },
      },
    },
    // the same for a script tag
    membersTag: {
      consumer: 'client',
      build: {
        ...build,
        lib: { entry: 'src/members-tag.ts', name: 'ShojiMembers', formats: ['iife'], fileName: () => 'shoji-members.js' },
        rolldownOptions: { transform: { define: CLASSIC_SCRIPT }, output: { minify: false, plugins: [minify()] } },
      },
    },
    // what a challenge needs, for bundlers and for the script tag
    threeDs: {
      consumer: 'client',
      build: {
        ...build,
        lib: { entry: 'src/three-ds/three-ds.ts', formats: ['es'], fileName: () => 'three-ds.js' },
        rolldownOptions: { output: { minify: false, codeSplitting: false, plugins: [minify()] } },
      },
    },
    // what brings the shop's style to the fields, for both
    partMirror: {
      consumer: 'client',
      build: {
        ...build,
        lib: { entry: 'src/mirror/part-mirror.ts', formats: ['es'], fileName: () => 'part-mirror.js' },
        rolldownOptions: { output: { minify: false, codeSplitting: false, plugins: [minify()] } },
      },
    },
    // what looks at the page for whoever builds it, for both
    doctor: {
      consumer: 'client',
      build: {
        ...build,
        lib: { entry: 'src/doctor/doctor.ts', formats: ['es'], fileName: () => 'doctor.js' },
        rolldownOptions: { output: { minify: false, codeSplitting: false, plugins: [minify()] } },
      },
    },
    // what the page at the return URL includes
    returnPage: {
      consumer: 'client',
      build: {
        ...build,
        lib: { entry: 'src/return-page.ts', name: 'returnPage', formats: ['iife'], fileName: () => 'return.js' },
        rolldownOptions: { output: { minify: false, plugins: [minify()] } },
      },
    },
    // what the document in the frame loads on the first kana of a name
    romaniser: {
      consumer: 'client',
      build: {
        ...build,
        lib: { entry: 'src/romaniser.ts', name: 'romaniser', formats: ['iife'], fileName: () => 'hosted/romanise.js' },
        rolldownOptions: { output: { minify: false, plugins: [minify()] } },
      },
    },
    // what it loads for a page with gateway="gmo"
    gmoGateway: {
      consumer: 'client',
      build: {
        ...build,
        lib: { entry: 'src/gmo-gateway.ts', name: 'gmoGateway', formats: ['iife'], fileName: () => 'hosted/gmo.js' },
        rolldownOptions: { output: { minify: false, plugins: [minify()] } },
      },
    },
    // the same with gateway="gmo-v2"
    gmoV2Gateway: {
      consumer: 'client',
      build: {
        ...build,
        lib: { entry: 'src/gmo-v2-gateway.ts', name: 'gmoV2Gateway', formats: ['iife'], fileName: () => 'hosted/gmo-v2.js' },
        rolldownOptions: { output: { minify: false, plugins: [minify()] } },
      },
    },
    // the document in the frame
    hosted: {
      consumer: 'client',
      build: {
        ...build,
        modulePreload: false as const,
        rolldownOptions: {
          input: { hosted: 'src/hosted/index.html' },
          plugins: [selfContained('hosted/index.html', fieldsPolicy(GATEWAY_HOSTS))],
          output: { minify: false, codeSplitting: false, entryFileNames: 'hosted/hosted.js', plugins: [minify()] },
        },
      },
    },
    // the same with gateway="gmo-v2"
    gmoV2Hosted: {
      consumer: 'client',
      build: {
        ...build,
        modulePreload: false as const,
        rolldownOptions: {
          input: { hosted: 'src/hosted/gmo-v2.html' },
          plugins: [selfContained('hosted/gmo-v2.html', fieldsPolicy(V2_SCRIPTS, { 'connect-src': V2_CALLS }))],
          output: { minify: false, codeSplitting: false, entryFileNames: 'hosted/gmo-v2-hosted.js', plugins: [minify()] },
        },
      },
    },
    // the one around fields of the gateway's own, with fields-by="gateway"
    gatewayFields: {
      consumer: 'client',
      build: {
        ...build,
        modulePreload: false as const,
        rolldownOptions: {
          input: { hosted: 'src/hosted/gateway-fields.html' },
          plugins: [selfContained('hosted/gateway-fields.html', fieldsPolicy(V2_SCRIPTS, { 'connect-src': V2_CALLS, 'frame-src': V2_CALLS }))],
          output: { minify: false, codeSplitting: false, entryFileNames: 'hosted/gateway-fields-hosted.js', plugins: [minify()] },
        },
      },
    },
    // for the tests of a shop
    testing: {
      consumer: 'client',
      build: {
        ...build,
        lib: {
          entry: {
            testing: 'src/testing.ts',
            'testing/in-page': 'src/testing/in-page.ts',
            'testing/web-test-runner': 'src/testing/web-test-runner.ts',
          },
          formats: ['es'],
        },
        rolldownOptions: { output: { minify: false, chunkFileNames: 'testing/[name].js' } },
      },
    },
    // the sandbox gateway in one file, for Node
    sandbox: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        ...build,
        rolldownOptions: {
          input: { 'shoji-sandbox': 'demo/sandbox-command/shoji-sandbox.ts' },
          // its comments would name where each package lies
          experimental: { attachDebugInfo: 'none' },
          output: { minify: false, codeSplitting: false, entryFileNames: 'sandbox/[name].js' },
        },
      },
    },
    // the document around an issuer's pages
    challenge: {
      consumer: 'client',
      build: {
        ...build,
        modulePreload: false as const,
        rolldownOptions: {
          input: { challenge: 'src/hosted/challenge.html' },
          plugins: [selfContained('hosted/challenge.html', challengePolicy)],
          output: { minify: false, codeSplitting: false, entryFileNames: 'hosted/challenge.js', plugins: [minify()] },
        },
      },
    },
  },
});
