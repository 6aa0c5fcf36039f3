/**
 * The inventory of scripts that PCI DSS 4.0.1 asks for in requirement 6.4.3, for our part of the payment page: why each script is
 * needed, how it is authorised, how its integrity is assured. A script that is not described here stops the build.
 */
import { createHash } from 'node:crypto';

const US = 'Shoji Card (this package)';
const SHOP = 'the shop, which bundles it into a script of its own';
const GATEWAY = 'GMO Payment Gateway, as the shop’s payment service provider';
const PAGE = 'payment page';
const FRAME = 'hosted document (the frame)';
/** One for each way to tokenise; a page has the one that its `gateway` and `fields-by` ask for. */
const HOSTED = ['hosted/index.html', 'hosted/gmo-v2.html', 'hosted/gateway-fields.html'];

/** By file in dist/. */
const OURS = [
  {
    file: /^shoji-card\.js$/,
    runsIn: PAGE,
    responsible: US,
    justification: 'Defines <shoji-card>: opens the frame with the card fields and hands the token to the shop’s form.',
    authorised: 'the page’s Content-Security-Policy: host or nonce in script-src',
    integrityAssured: 'integrity attribute of the script tag (SRI)',
  },
  {
    file: /^shoji-members\.js$/,
    runsIn: PAGE,
    responsible: US,
    justification: 'Defines <shoji-saved-cards> and <shoji-payment-method>: the choice of a saved card and of the way to pay. Knows no card number.',
    authorised: 'the page’s Content-Security-Policy: host or nonce in script-src',
    integrityAssured: 'integrity attribute of the script tag (SRI)',
  },
  {
    file: /^members(?:\/(?:define|elements))?\.js$/,
    runsIn: PAGE,
    responsible: SHOP,
    justification: 'The same elements from npm, instead of shoji-members.js.',
    authorised: 'as the shop’s own script that it becomes part of',
    integrityAssured: 'the shop’s package lock when it is installed, and whatever the shop has for its own script',
  },
  {
    file: /^(?:define|elements|index|react|register)\.js$/,
    runsIn: PAGE,
    responsible: SHOP,
    justification: 'The same element from npm, instead of shoji-card.js.',
    authorised: 'as the shop’s own script that it becomes part of',
    integrityAssured: 'the shop’s package lock when it is installed, and whatever the shop has for its own script',
  },
  {
    file: /^locales\/(?:members\/)?[\w-]+\.js$/,
    runsIn: PAGE,
    responsible: US,
    justification: 'What the shopper reads in this language; loaded where the page is in it.',
    authorised: 'the page’s Content-Security-Policy: host in script-src, or strict-dynamic',
    integrityAssured: 'integrity of an import map where the page has one, else TLS alone',
  },
  {
    file: /^part-mirror\.js$/,
    runsIn: PAGE,
    responsible: US,
    justification: 'Reads how the shop styles the parts of the fields, and tells the frame; loaded with it. Without it the fields are plain.',
    authorised: 'the page’s Content-Security-Policy: host in script-src, or strict-dynamic',
    integrityAssured: 'integrity of an import map where the page has one, else TLS alone',
  },
  {
    file: /^three-ds\.js$/,
    runsIn: PAGE,
    responsible: US,
    justification: 'Shows the 3-D Secure challenge, resumes one that was left, asks for consent; loaded when one of these is needed.',
    authorised: 'the page’s Content-Security-Policy: host in script-src, or strict-dynamic',
    integrityAssured: 'integrity of an import map where the page has one, else TLS alone',
  },
  {
    file: /^doctor\.js$/,
    runsIn: PAGE,
    responsible: US,
    justification: 'Tells whoever builds the page what is wrong with it; loaded when diagnose() is called, or for ?shoji-doctor in the test environment.',
    authorised: 'the page’s Content-Security-Policy: host in script-src, or strict-dynamic',
    integrityAssured: 'integrity of an import map where the page has one, else TLS alone',
  },
  {
    file: /^return\.js$/,
    runsIn: 'page at the return URL of 3-D Secure',
    responsible: US,
    justification: 'Continues to the shop’s next page, or tells the dialog that the shopper is back.',
    authorised: 'the page’s Content-Security-Policy: host or nonce in script-src',
    integrityAssured: 'integrity attribute of the script tag (SRI)',
  },
  {
    file: /^(?:testing\.js$|testing\/|sandbox\/)/,
    runsIn: 'no page: a developer’s machine',
    responsible: US,
    justification: 'For the tests of the shop: fills the fields, stands in for the gateway. No page loads it, and it need not be uploaded.',
    authorised: 'by nobody: no page of a shop has to let it in',
    integrityAssured: 'the shop’s package lock when it is installed',
  },
  {
    file: /^hosted\/challenge\.html$/,
    runsIn: 'wrapper document (a frame of the dialog)',
    responsible: US,
    justification: 'Frames the card issuer’s pages, so that the shop’s policy names one origin only. The one inline script of the document.',
    authorised: 'hash in the document’s own Content-Security-Policy; the page allows the document by frame-src',
    integrityAssured: 'that hash for the script; for the document, which browsers cannot pin, comparison with integrity.json',
  },
  {
    file: /^hosted\/(?:index|gmo-v2)\.html$/,
    runsIn: FRAME,
    responsible: US,
    justification: 'The card fields: checks what is typed and asks the gateway for a token. The one inline script of the document.',
    authorised: 'hash in the document’s own Content-Security-Policy; the page allows the document by frame-src',
    integrityAssured: 'that hash for the script; for the document, which browsers cannot pin, comparison with integrity.json',
  },
  {
    file: /^hosted\/gateway-fields\.html$/,
    runsIn: FRAME,
    responsible: US,
    justification: 'The form around the gateway’s own fields: labels, messages, the cardholder name. The one inline script of the document.',
    authorised: 'the document’s own Content-Security-Policy names it by its hash',
    integrityAssured: 'that hash for the script; for the document, which browsers cannot pin, comparison with integrity.json',
  },
  {
    file: /^hosted\/gmo(?:-v2)?\.js$/,
    runsIn: FRAME,
    responsible: US,
    justification: 'Speaks with the gateway: loads its token script, and asks it for a token; loaded with the document.',
    authorised: 'hash in the document’s own Content-Security-Policy',
    integrityAssured: 'that hash, and the integrity attribute with the same (SRI)',
  },
  {
    file: /^hosted\/romanise\.js$/,
    runsIn: FRAME,
    responsible: US,
    justification: 'A cardholder name typed in kana becomes the Roman letters that the gateway takes; loaded on the first kana.',
    authorised: 'hash in the document’s own Content-Security-Policy',
    integrityAssured: 'that hash, and the integrity attribute (SRI) that the document sets',
  },
];

const TOKEN_SCRIPT = {
  paths: ['/ext/js/token.js', '/payment/js/mp-token.js'], // versions 1 and 2
  justification: 'The gateway’s token script: encrypts the card and asks for the token.',
};
const TOKEN_ANSWER = {
  paths: ['/ext/api/getToken'], // perhaps of version 2, too: its documents do not say how it asks
  justification: 'The gateway’s answer with the token, which comes as a script (JSONP).',
};
/** By host in the hosted documents' policies. No integrity: the gateway changes these without notice, and the answers are each unique. */
const THEIRS = {
  'https://static.mul-pay.jp': { ...TOKEN_SCRIPT, environment: 'live' },
  'https://p01.mul-pay.jp': { ...TOKEN_ANSWER, environment: 'live' },
  'https://stg.static.mul-pay.jp': { ...TOKEN_SCRIPT, environment: 'test' },
  'https://pt01.mul-pay.jp': { ...TOKEN_ANSWER, environment: 'test' },
  'https://stg-static.smbc-gp.co.jp': { ...TOKEN_SCRIPT, paths: ['/payment/js/mp-token.js'], environment: 'test' },
};

const hashOf = (algorithm, content) => `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

/** @param files - the content of each file in dist/ by its path */
export function scriptInventory(files, { name, version }) {
  const sourcesOf = (html) => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
    return /script-src ([^;]*)/.exec(policy)[1].split(' ');
  };
  const sources = new Map(HOSTED.map((file) => [file, sourcesOf(files.get(file).toString('utf8'))]));
  const scriptSources = [...new Set([...sources.values()].flat())];
  /** Which hosted documents let it run. */
  const documentsOf = (source, isAsked = () => true) => HOSTED.filter((file) => isAsked(file) && sources.get(file).includes(source));
  const inlinedIn = (html) => /<script type="module">([^]*)<\/script>/.exec(html)[1];

  const ours = [...files.keys()].filter((file) => /\.(?:js|mjs|cjs|html)$/.test(file)).map((file) => {
    const description = OURS.find((each) => each.file.test(file));
    if (!description) throw new Error(`dist/${file} is missing in test/support/script-inventory.mjs: say why it is needed`);
    const content = files.get(file);
    const cspHash = hashOf('sha256', file.endsWith('.html') ? inlinedIn(content.toString('utf8')) : content);
    const policySources = file.endsWith('.html') ? sourcesOf(content.toString('utf8')) : scriptSources;
    return {
      ...description,
      file,
      integrity: hashOf('sha384', content),
      ...(policySources.includes(`'${cspHash}'`) && { cspHash }),
      ...(description.runsIn === FRAME && { documents: documentsOf(`'${cspHash}'`) }),
    };
  });
  const theirs = scriptSources.filter((source) => !source.startsWith("'")).flatMap((host) => {
    const description = THEIRS[host];
    if (!description) throw new Error(`${host} is missing in test/support/script-inventory.mjs: say why it is needed`);
    const { paths, environment, justification } = description;
    return paths.map((path) => ({
      address: host + path,
      runsIn: FRAME,
      documents: documentsOf(host, (file) => !path.endsWith('token.js') || (file === 'hosted/index.html') === path.startsWith('/ext/')),
      environment,
      responsible: GATEWAY,
      justification,
      authorised: 'host in the document’s own Content-Security-Policy',
      integrityAssured: 'TLS and the gateway’s own PCI DSS assessment; the frame’s sandbox and policy limit what it can do',
      integrity: null,
    }));
  });
  return {
    about: 'Scripts that Shoji Card runs or loads, for the shop’s inventory of payment page scripts (PCI DSS 4.0.1, requirement 6.4.3)',
    package: `${name} ${version}`,
    scripts: [...ours, ...theirs],
  };
}
