/** The card fields as the new card of a list: what a shop's form sends, with a saved card and with a new one. */
import '../support/wtr-open-roots.ts';
import '../../src/define.js';
import '../../src/members-define.js';
import { expect } from '@open-wc/testing';
import type { ShojiSavedCards } from '../../src/elements/shoji-saved-cards.js';
import { dialogOf, dialogOpened, ISSUER } from '../support/challenge-harness.ts';
import { openCard, type CardHarness } from '../support/card-harness.ts';
import { until } from '../support/wtr-clock.ts';
import { tokenFor } from '../support/wtr-stub-end.ts';

const CARDS = [{ sequence: '3', maskedNumber: '*************111', brand: 'visa', expiry: '9912', isDefault: true }];

async function openShop(): Promise<CardHarness & { readonly list: ShojiSavedCards }> {
  const card = await openCard({
    around: `<form action="/submitted" target="sink">
      <shoji-saved-cards name="card-seq" cards='${JSON.stringify(CARDS)}'>CARD</shoji-saved-cards>
      <shoji-payment-method options="1 2-3; visa: 1"></shoji-payment-method><button>Pay</button></form>
      <iframe name="sink" title="Next page"></iframe>`,
    attributes: { name: 'token', 'token-count': '2', challenge: 'dialog' },
  });
  const list = card.find('shoji-saved-cards');
  await list.updateComplete;
  return Object.assign(card, { list });
}

async function submission({ shop }: CardHarness): Promise<string[]> {
  const sink = shop.querySelector<HTMLIFrameElement>('iframe[name=sink]');
  await until(() => sink?.contentWindow?.location.pathname === '/submitted');
  return [...new URLSearchParams(sink?.contentWindow?.location.search)].map((pair) => pair.join('='));
}

/** Whatever was waiting for a promise has gone on by then. */
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

describe('<shoji-card> in <shoji-saved-cards>', () => {
  // it has a deadline, and the tests' server makes it from sources
  before(() => import('../../src/three-ds/three-ds.js'));

  it('neither holds the form back nor asks for a token while a saved card is chosen', async () => {
    const card = await openShop();
    expect(card.form.checkValidity()).to.equal(true);
    card.find('button').click();
    expect(await submission(card)).to.deep.equal(['card-seq=3', 'method=1']);
    expect(card.stub.ofType('tokenize')).to.deep.equal([]);
  });

  it('is asked for when it is the new card: its token is sent, and no sequence', async () => {
    const card = await openShop();
    card.list.value = '';
    await card.list.updateComplete;
    expect(card.form.checkValidity(), 'nothing is typed').to.equal(false);
    await card.complete();
    card.find('button').click();
    await card.issue();
    expect(await submission(card)).to.deep.equal(['token=token-1', 'token=token-2', 'method=1']);
  });

  it('can be typed into only while it is chosen', async () => {
    const card = await openShop();
    const hears = (disabled: boolean) => card.stub.until(() => card.stub.ofType('disabled').at(-1)?.disabled === disabled);
    await hears(true);
    card.list.value = '';
    await hears(false);
    card.list.value = '3';
    await hears(true);
    expect(card.element.disabled).to.equal(true);
  });

  it('never sends a token beside a sequence: at once the form has the one or the other', async () => {
    const card = await openShop();
    card.list.value = '';
    await card.list.updateComplete;
    await card.tokenized();
    const sent = () => [...new FormData(card.form).keys()].filter((name) => name !== 'method');
    expect(sent()).to.deep.equal(['token', 'token']);
    card.list.value = '3';
    expect(sent()).to.deep.equal(['card-seq']);
    card.list.value = '';
    expect(sent()).to.deep.equal(['token', 'token']);
  });

  describe('whose token is on its way while a saved card is chosen', () => {
    /** Pay was pressed with the new card; then the saved one was chosen, and the token comes. */
    const chosenMeanwhile = async (meanwhile: (card: CardHarness) => void = () => undefined) => {
      const card = await openShop();
      const submits: string[][] = [];
      card.form.addEventListener('submit', () => submits.push([...new FormData(card.form)].map(([name, value]) => `${name}=${value as string}`)));
      card.list.value = '';
      await card.list.updateComplete;
      await card.complete();
      card.find('button').click();
      const asked = await card.stub.next('tokenize');
      card.list.value = '3';
      meanwhile(card);
      const issued = card.once('shoji-token');
      card.stub.say(tokenFor(asked));
      await issued;
      await nextTask();
      return { card, submits };
    };

    it('sends nothing by itself, and what was chosen once Pay is pressed', async () => {
      const { card, submits } = await chosenMeanwhile();
      expect(submits).to.deep.equal([]);
      card.find('button').click();
      expect(await submission(card)).to.deep.equal(['card-seq=3', 'method=1']);
      expect(submits).to.deep.equal([['card-seq=3', 'method=1']]);
    });

    it('sends the form once when Pay is pressed again before it comes', async () => {
      const { card, submits } = await chosenMeanwhile((each) => each.find('button').click());
      expect(await submission(card)).to.deep.equal(['card-seq=3', 'method=1']);
      expect(submits).to.deep.equal([['card-seq=3', 'method=1']]);
    });
  });

  it('forgets nothing that was typed while another card is looked at', async () => {
    const card = await openShop();
    card.list.value = '';
    await card.list.updateComplete;
    await card.complete();
    card.list.value = '3';
    await card.list.updateComplete;
    card.list.value = '';
    await card.list.updateComplete;
    expect(card.element.complete).to.equal(true);
    expect(card.stub.ofType('clear')).to.deep.equal([]);
  });

  it('shows the issuer’s dialog for a saved card', async () => {
    const card = await openShop();
    const outcome = card.element.authenticate(ISSUER);
    await dialogOpened(card.element);
    expect(dialogOf(card.element)?.checkVisibility({ visibilityProperty: true })).to.equal(true);
    card.element.clear();
    expect((await outcome).status).to.equal('cancelled');
    expect(card.list.value).to.equal('3');
  });
});
