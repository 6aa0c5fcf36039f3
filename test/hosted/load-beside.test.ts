/** What lies beside the hosted document as built, loaded by it as built, under its own policy. */
import { expect } from '@open-wc/testing';
import type { Romanise } from '../../src/card/cardholder-name.js';
import type { CreateGateway } from '../../src/gateway/gateway.js';
import { loadBeside } from '../../src/hosted/load-beside.js';
import { OF_V1 } from '../support/messages.ts';

/** The document waits for a page that never speaks; its policy holds from the first byte. */
async function openDocument(): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.title = 'Hosted document';
  frame.src = '/hosted-on-this-origin.html';
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('no document');
  return frame.contentDocument;
}

/** The hashes of the policy; the first is that of the document's own script, and which file each of the others is, is not said. */
function hashesOf(page: Document): readonly string[] {
  const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
  return [...policy.matchAll(/'(sha256-[^']+)'/g)].slice(1, 3).map(([, hash]) => hash ?? '');
}

const loadAny = async <T>(page: Document, file: string): Promise<T | null> => {
  for (const hash of hashesOf(page)) {
    const given = await loadBeside<T>(page, file, hash);
    if (given) return given;
  }
  return null;
};

describe('what lies beside the hosted document', () => {
  afterEach(() => {
    document.querySelector('iframe')?.remove();
  });

  it('loads under the policy of the hosted document, by its hash, and leaves nothing behind', async () => {
    const page = await openDocument();
    const before = Object.keys(page.defaultView ?? {});
    const romanise = await loadAny<Romanise>(page, 'romanise.js');
    expect(romanise?.('ヤマダ たろう')).to.equal('YAMADA TARO');
    const create = await loadAny<CreateGateway>(page, 'gmo.js');
    expect(create?.({ ...OF_V1, shopId: 'tshop00000001', environment: 'test' }).tokenize).to.be.a('function');
    expect(page.querySelector('head script')).to.equal(null);
    expect(Object.keys(page.defaultView ?? {})).to.deep.equal(before);
  });

  it('never runs with another hash', async () => {
    const page = await openDocument();
    const other = `sha256-${btoa('x'.repeat(32))}`;
    for (const file of ['romanise.js', 'gmo.js']) expect(await loadBeside(page, file, other)).to.equal(null);
  });

  it('never runs without one: the policy lets no file in by its address', async () => {
    const page = await openDocument();
    for (const file of ['romanise.js', 'gmo.js']) expect(await loadBeside(page, file, '')).to.equal(null);
  });
});
