/** The romaniser as built, loaded by the hosted document as built, under its own policy. */
import { expect } from '@open-wc/testing';
import { loadRomaniser } from '../../src/hosted/load-romaniser.js';

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

/** The second hash of the policy; the first is the document's own script. */
function hashOf(page: Document): string {
  const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
  return /script-src '[^']*' '([^']*)'/.exec(policy)?.[1] ?? '';
}

describe('the romaniser', () => {
  afterEach(() => {
    document.querySelector('iframe')?.remove();
  });

  it('loads under the policy of the hosted document, by its hash, and leaves nothing behind', async () => {
    const page = await openDocument();
    const before = Object.keys(page.defaultView ?? {});
    const romanise = await loadRomaniser(page, hashOf(page));
    expect(romanise?.('ヤマダ たろう')).to.equal('YAMADA TARO');
    expect(page.querySelector('head script')).to.equal(null);
    expect(Object.keys(page.defaultView ?? {})).to.deep.equal(before);
  });

  it('never runs with another hash', async () => {
    const page = await openDocument();
    const other = `sha256-${btoa('x'.repeat(32))}`;
    expect(await loadRomaniser(page, other)).to.equal(null);
  });

  it('never runs without one: the policy lets no file in by its address', async () => {
    const page = await openDocument();
    expect(await loadRomaniser(page, '')).to.equal(null);
  });
});
