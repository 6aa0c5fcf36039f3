import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { cardOf } from '../../../dist/testing/in-page.js';

const CARD = { number: '4111111111111111', expiry: '12/39', cvc: '123', name: 'TARO YAMADA' };

describe('shoji-card/testing/in-page', () => {
  const put = (attributes = '') => {
    document.body.innerHTML = `<form><shoji-card name="token" shop-id="${globalThis.SHOP_ID}" environment="test" ${attributes}></shoji-card></form>`;
    return document.querySelector('shoji-card');
  };

  it('fills the real frame from a test in the page, and gets a token', async () => {
    const element = put();
    const card = await cardOf(element, executeServerCommand);
    await card.fill(CARD);
    expect(element.complete).to.equal(true);
    expect(await card.values()).to.deep.equal({ number: '4111 1111 1111 1111', expiry: '12/39', cvc: '123', name: 'TARO YAMADA' });
    const { maskedNumber } = await element.tokenize();
    expect(maskedNumber).to.match(/^\*+111$/);
  });

  it('finds the frame of each of two elements', async () => {
    put();
    document.body.append(document.querySelector('form').cloneNode(true));
    const [first, second] = await Promise.all([...document.querySelectorAll('shoji-card')].map((each) => cardOf(each, executeServerCommand)));
    await second.fill({ number: '5100000000000107' });
    expect((await first.values()).number).to.equal('');
    expect((await second.values()).number).to.equal('5100 0000 0000 0107');
  });

  it('types with real keys, and tells what is shown as wrong', async () => {
    const element = put('fields="number expiry"');
    const card = await cardOf(element, executeServerCommand);
    await card.type('number', '41112');
    await card.press('Backspace');
    await card.press('Tab');
    await card.type('expiry', '13');
    expect(await card.values()).to.deep.equal({ number: '4111', expiry: '13' });
    expect(await card.errors()).to.deep.equal({ number: 'カード番号の桁数が足りません。', expiry: '月は01〜12で入力してください。' });
    expect(element.complete).to.equal(false);
  });

  it('says which fields there are', async () => {
    const card = await cardOf(put('fields="number expiry"'), executeServerCommand);
    const failure = await card.fill({ cvc: '123' }).catch((error) => error);
    expect(failure.message).to.equal('there is no field cvc in this <shoji-card>, but number, expiry');
  });

  it('says that it does not fill the gateway’s own', async () => {
    const card = await cardOf(put(`${globalThis.V2} fields-by="gateway"`), executeServerCommand);
    for (const refused of [card.fill(CARD), card.type('number', '4'), card.values()]) {
      expect((await refused.catch((error) => error)).message).to.match(/the gateway’s own \(fields-by="gateway"\)/);
    }
    expect(await card.errors()).to.deep.equal({});
  });

  it('says why an element has failed', async () => {
    const failure = await cardOf(put('brands="none"'), executeServerCommand).catch((error) => error);
    expect(failure.name).to.equal('CardFailure');
    expect(failure.code).to.equal('brands-unknown');
  });
});
