/** The built hosted document on its own origin: whom it obeys. */
import { expect, fixtureSync, html } from '@open-wc/testing';
import { isHostedMessage, PROTOCOL_VERSION } from '../../src/channel/protocol.js';
import type { HostedMessage, InitMessage, PageMessage } from '../../src/channel/protocol.js';
import { en } from '../../src/locales/en.js';
import { OF_V1 } from '../support/messages.ts';
import { STUB_ORIGIN, StubEnd } from '../support/wtr-stub-end.ts';

const INIT: InitMessage = {
  type: 'init', version: PROTOCOL_VERSION, gateway: 'gmo', environment: 'test', ...OF_V1, shopId: 'ok', language: 'en', words: en.frame,
  brands: [], fields: ['number', 'expiry', 'cvc', 'name'], style: [], fonts: [], disabled: false,
};

/** Of a shop with token v2. */
const V2 = { gateway: 'gmo-v2', shopId: '', apiKey: 'api-key-1', publicKey: 'MIIB'.padEnd(392, 'A') } as const;

async function openFrame(url = `${STUB_ORIGIN}/hosted/index.html`): Promise<Window> {
  const frame = fixtureSync<HTMLIFrameElement>(html`<iframe title="Fields" referrerpolicy="strict-origin"></iframe>`);
  frame.src = url;
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  if (!frame.contentWindow) throw new Error('no window');
  return frame.contentWindow;
}

/** One end of a channel whose other end went to the frame. */
class PagePort {
  readonly heard: unknown[] = [];
  readonly #port: MessagePort;
  #look: () => void = () => undefined;

  constructor(frame: Window, init: unknown = INIT) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => {
      this.heard.push(data);
      this.#look();
    };
    frame.postMessage(init, STUB_ORIGIN, [port2]);
  }

  say(message: PageMessage): void {
    this.#port.postMessage(message);
  }

  post(message: unknown): void {
    this.#port.postMessage(message);
  }

  told(type: HostedMessage['type'], times = 1): Promise<void> {
    return new Promise((resolve) => {
      this.#look = () => {
        if (this.heard.filter((message) => (message as HostedMessage).type === type).length >= times) resolve();
      };
      this.#look();
    });
  }

  /** Asks for a token of an empty form: the answer proves that the port is obeyed, and that all before it was read. */
  async roundTrip(): Promise<void> {
    const errors = this.heard.filter((message) => (message as HostedMessage).type === 'error').length;
    this.say({ type: 'tokenize', id: 'round-trip', count: 1 });
    await this.told('error', errors + 1);
  }
}

describe('the hosted document', () => {
  it('answers the first init of its parent, in the words of the protocol', async () => {
    const port = new PagePort(await openFrame());
    await port.told('state');
    await port.roundTrip();
    expect(port.heard.map((message) => (message as HostedMessage).type)).to.include.members(['ready', 'state', 'error']);
    for (const message of port.heard) expect(isHostedMessage(message), JSON.stringify(message)).to.equal(true);
  });

  it('tells both ends when somebody else speaks to it as well, and obeys neither', async () => {
    const frame = await openFrame();
    const first = new PagePort(frame);
    await first.told('ready');
    const second = new PagePort(frame);
    await second.told('tamper');
    await first.told('tamper');
    const heard = first.heard.length;
    first.say({ type: 'tokenize', id: 'first', count: 1 });
    second.say({ type: 'tokenize', id: 'second', count: 1 });
    const third = new PagePort(frame); // its answer comes after what the others would have got
    await third.told('tamper');
    await first.told('tamper', 2);
    expect(first.heard.slice(heard)).to.deep.equal([{ type: 'tamper' }]);
    expect(second.heard).to.deep.equal([{ type: 'tamper' }]);
  });

  const unspoken: [what: string, change: Partial<InitMessage>, code: string, document?: string][] = [
    ['another gateway', { gateway: 'gmo-v2' }, 'gateway-unsupported'],
    ['a gateway that there is not', { gateway: 'constructor' }, 'gateway-unsupported'],
    ['the gateway’s own fields', { fieldsBy: 'gateway' }, 'fields-by-unsupported'],
    ['another provider', { provider: 'smbc-gp' }, 'provider-unsupported'],
    ['token v1', {}, 'gateway-unsupported', 'gmo-v2'],
    ['the gateway’s own fields', { ...V2, fieldsBy: 'gateway' }, 'fields-by-unsupported', 'gmo-v2'],
    ['no API key', { ...V2, apiKey: '' }, 'api-key-invalid', 'gmo-v2'],
    ['an API key of two words', { ...V2, apiKey: 'two words' }, 'api-key-invalid', 'gmo-v2'],
    ['no public key', { ...V2, publicKey: '' }, 'public-key-invalid', 'gmo-v2'],
    ['a public key in its armour', { ...V2, publicKey: `-----BEGIN PUBLIC KEY----- ${V2.publicKey}` }, 'public-key-invalid', 'gmo-v2'],
    ['a provider that there is not', { ...V2, provider: '__proto__' }, 'provider-unsupported', 'gmo-v2'],
    ['live hosts that nobody was seen to use', { ...V2, provider: 'smbc-gp', environment: 'live' }, 'provider-unsupported', 'gmo-v2'],
  ];
  for (const [what, change, code, name = 'index'] of unspoken) {
    it(`shows no fields and says why when it is told of ${what}: ${code} of ${name}.html`, async () => {
      const port = new PagePort(await openFrame(`${STUB_ORIGIN}/hosted/${name}.html`), { ...INIT, ...change });
      await port.told('error');
      expect(port.heard).to.deep.equal([{ type: 'error', id: null, code }]);
    });
  }

  it('of token v2 shows its fields for a shop with both keys', async () => {
    const port = new PagePort(await openFrame(`${STUB_ORIGIN}/hosted/gmo-v2.html`), { ...INIT, ...V2 });
    await port.told('ready');
    await port.roundTrip();
  });

  const malformed: [why: string, init: unknown][] = [
    ['of another version', { ...INIT, version: PROTOCOL_VERSION + 1 }],
    ['for a gateway that is no text', { ...INIT, gateway: ['gmo'] }],
    ['for another environment', { ...INIT, environment: 'https://evil.example' }],
    ['with a shop ID that breaks out', { ...INIT, shopId: '"><script>' }],
    ['with unknown fields', { ...INIT, fields: ['number', 'expiry', 'pin'] }],
    ['with words that are no texts', { ...INIT, words: { 'label-number': {} } }],
    ['with a huge word', { ...INIT, words: { ...en.frame, 'label-number': 'x'.repeat(1_000_000) } }],
    ['that is a text', 'init'],
    ['that is nothing', null],
  ];
  for (const [why, init] of malformed) {
    it(`drops an init ${why}, and still waits for the right one`, async () => {
      const frame = await openFrame();
      const wrong = new PagePort(frame, init);
      const right = new PagePort(frame);
      await right.told('ready');
      await right.roundTrip();
      expect(wrong.heard).to.deep.equal([]);
    });
  }

  it('drops an init without a port', async () => {
    const frame = await openFrame();
    frame.postMessage(INIT, STUB_ORIGIN);
    const port = new PagePort(frame);
    await port.roundTrip();
    expect(port.heard.some((message) => (message as HostedMessage).type === 'ready')).to.equal(true);
  });

  it('drops the init of a frame beside it, which does arrive at another document (control)', async () => {
    const intruder = new StubEnd();
    const before = window.frames.length;
    await openFrame(intruder.url());
    await intruder.loaded();
    const listening = new StubEnd();
    await openFrame(listening.url('&quiet'));
    await intruder.intrude(before + 1, INIT);
    await listening.next('init');
    expect(listening.initOrigin, 'control').to.equal(STUB_ORIGIN);

    const hosted = await openFrame();
    await intruder.intrude(before + 2, INIT);
    const port = new PagePort(hosted);
    await port.told('ready');
    await port.roundTrip();
  });

  const ignored: [why: string, message: unknown][] = [
    ['an unknown type', { type: 'values' }],
    ['a type of Object.prototype', { type: '__proto__' }],
    ['a message of its own kind', { type: 'ready' }],
    ['another init', INIT],
    ['a target that is none', { type: 'focus', target: 'constructor' }],
    ['a token count beyond the limit', { type: 'tokenize', id: 'a', count: 1_000 }],
    ['an id that is none', { type: 'tokenize', id: '<img>', count: 1 }],
    ['a huge style', { type: 'style', style: [{ at: 'host', values: { color: 'r'.repeat(1_000_000) } }] }],
  ];
  for (const [why, message] of ignored) {
    it(`drops ${why}`, async () => {
      const port = new PagePort(await openFrame());
      await port.roundTrip();
      const told = port.heard.length;
      port.post(message);
      await port.roundTrip();
      const news = port.heard.slice(told).filter((heard) => (heard as HostedMessage).type !== 'resize');
      expect(news).to.deep.equal([{ type: 'error', id: 'round-trip', code: 'incomplete' }]);
    });
  }

  it('never speaks to its parent but over the port', async () => {
    const heard: unknown[] = [];
    const listen = ({ data }: MessageEvent) => heard.push(data);
    window.addEventListener('message', listen);
    const port = new PagePort(await openFrame());
    await port.roundTrip();
    expect(heard).to.deep.equal([]);
    const stub = new StubEnd();
    await openFrame(stub.url());
    await stub.loaded();
    window.removeEventListener('message', listen);
    expect(heard, 'control: another document is heard').to.have.length(1);
  });
});
