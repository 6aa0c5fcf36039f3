/** `shoji-card/testing` at a small shop, in Chromium: as the tests of a shop use it, from the built package. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from '@playwright/test';
import { answerChallenge, cardOf, CardFailure, challengeOf, userOf, within, type Card } from 'shoji-card/testing';
import { startSandbox, type RunningSandbox } from 'shoji-card/testing/sandbox';
import { CARD, CHALLENGED, inPage, launch } from './chromium.ts';
import { openSmallShop, type SmallShop } from './small-shop.ts';

describe('shoji-card/testing', { timeout: 120_000 }, () => {
  let browser: Browser;
  let sandbox: RunningSandbox;
  let shop: SmallShop;

  before(async () => {
    sandbox = await startSandbox();
    [shop, browser] = await Promise.all([openSmallShop(sandbox), launch()]);
  });
  after(async () => {
    await browser.close();
    await Promise.all([shop.close(), sandbox.close()]);
  });

  const at = (path: string, use: (page: Page) => Promise<void>) => inPage(browser, shop.origin + path, use);
  const onlyCard = (page: Page): Promise<Card<Locator>> => cardOf(page.locator('shoji-card'));
  const thanked = (page: Page) => page.getByRole('heading', { name: 'ありがとうございました' }).waitFor();
  const pay = (page: Page) => page.getByRole('button', { name: '支払う' }).click();

  it('fills the fields, and the page knows when it goes on', () =>
    at('/', async (page) => {
      const card = await onlyCard(page);
      await card.fill(CARD);
      assert.equal(await page.locator('shoji-card').evaluate((element) => 'complete' in element && element.complete), true);
      assert.deepEqual(await card.values(), { number: '4111 1111 1111 1111', expiry: '12/39', cvc: '123', name: 'TARO YAMADA' });
      assert.deepEqual([await card.brand(), await card.complete(), await card.state()], ['visa', true, 'editing']);
      assert.deepEqual(await card.errors(), {});
      await pay(page);
      await thanked(page);
    }));

  it('gives each field as a locator of the caller’s own, with real keys', () =>
    at('/strict', async (page) => {
      const card = await onlyCard(page);
      await card.type({ expiry: '0138', number: '5100000000000107' });
      await card.number.press('Backspace');
      assert.equal(await card.number.inputValue(), '5100 0000 0000 010');
      await card.number.focus();
      await page.keyboard.press('Tab');
      await page.keyboard.type('7');
      assert.equal(await card.expiry.inputValue(), '7');
      assert.equal(await card.complete(), false);
      await card.fill({ ...CARD, number: '' });
      assert.deepEqual([await card.number.inputValue(), await card.complete()], ['', false]);
    }));

  it('tells what is shown as wrong, by field, in Japanese', () =>
    at('/', async (page) => {
      const card = await onlyCard(page);
      await card.fill({ expiry: '13/39' });
      assert.deepEqual(await card.errors(), { expiry: '月は01〜12で入力してください。' });
      await pay(page);
      await card.frame.getByText('カード番号を入力してください。').waitFor();
      assert.deepEqual(await card.errors(), {
        number: 'カード番号を入力してください。',
        expiry: '月は01〜12で入力してください。',
        cvc: 'セキュリティコードを入力してください。',
        name: 'カード名義を入力してください。',
      });
    }));

  it('finds the frame of each of two elements', () =>
    at('/two', async (page) => {
      const [second, first] = await Promise.all([cardOf(page.locator('#second')), cardOf(page.locator('#first'))]);
      await second.fill({ number: '5100000000000107', expiry: '11/38' });
      await first.fill({ number: '4111111111111111' });
      assert.equal((await first.values()).number, '4111 1111 1111 1111');
      assert.deepEqual(await second.values(), { number: '5100 0000 0000 0107', expiry: '11/38' });
      assert.deepEqual([await first.brand(), await second.brand()], ['visa', 'mastercard']);
      assert.deepEqual([await first.complete(), await second.complete()], [false, true]);
      await assert.rejects(second.fill({ cvc: '123' }), /there is no field cvc in this <shoji-card>, but number, expiry/);
    }));

  it('says at once that it does not fill the gateway’s own fields, and tells their errors all the same', () =>
    at('/gateway-fields', async (page) => {
      const card = await onlyCard(page);
      await assert.rejects(card.fill(CARD), /the gateway’s own \(fields-by="gateway"\)/);
      await assert.rejects(card.type(CARD), /fields-by="gateway"/);
      assert.equal(await card.brand(), null);
      await pay(page);
      await card.frame.getByText('カード番号を入力してください。').waitFor();
      assert.equal((await card.errors()).number, 'カード番号を入力してください。');
    }));

  it('waits for an element that is defined late', () =>
    at('/late', async (page) => {
      const card = await onlyCard(page);
      await card.fill(CARD);
      assert.equal(await card.complete(), true);
    }));

  it('finds the fields again after the element was moved', () =>
    at('/', async (page) => {
      await (await onlyCard(page)).fill(CARD);
      await page.evaluate(() => document.body.append(document.querySelector('form') ?? ''));
      const card = await onlyCard(page);
      await card.fill({ number: '4111' });
      assert.equal((await card.values()).number, '4111');
    }));

  it('says why an element has failed, also when that was before, and leaves nothing behind', () =>
    at('/failed', async (page) => {
      await page.waitForFunction(() => document.querySelector('shoji-card')?.matches(':defined'));
      await page.waitForFunction(() => Reflect.get(document.querySelector('shoji-card') ?? {}, 'state') === 'failed');
      const failure = await onlyCard(page).catch((error: unknown) => error);
      assert.ok(failure instanceof CardFailure);
      assert.equal(failure.code, 'shop-id-invalid');
      assert.match(failure.message, /<shoji-card> has failed: shop-id-invalid/);
      assert.equal(await page.locator('shoji-card').count(), 1);
    }));

  it('says why an element fails while it is waited for', () =>
    at('/', async (page) => {
      await page.route('**/hosted/index.html', (route) => route.abort());
      await page.reload();
      await assert.rejects(onlyCard(page), { name: 'CardFailure', code: 'hosted-unavailable' });
    }));

  it('says that the fields do not come, in the time that it is given', () =>
    at('/', async (page) => {
      await page.route('**/hosted/index.html', () => undefined);
      await page.reload({ waitUntil: 'domcontentloaded' });
      await assert.rejects(cardOf(page.locator('shoji-card'), { timeout: 3_000 }), /<shoji-card> is not ready after 3000 ms/);
    }));

  it('answers the challenge on the whole page, also wrongly', () =>
    at('/', async (page) => {
      await (await onlyCard(page)).fill(CHALLENGED);
      await pay(page);
      const challenge = await challengeOf(page);
      assert.equal(challenge.frame, page.mainFrame());
      await challenge.answer('000000');
      assert.match((await challenge.alert.textContent()) ?? '', /パスワードが違います/);
      await answerChallenge(page);
      await thanked(page);
    }));

  it('answers it in the dialog, whose frames are in one another', () =>
    at('/dialog', async (page) => {
      await (await onlyCard(page)).fill(CHALLENGED);
      await pay(page);
      const { frame } = await challengeOf(page);
      assert.notEqual(frame, page.mainFrame());
      assert.equal(new URL(page.url()).pathname, '/dialog');
      await answerChallenge(page, '123456');
      await thanked(page);
    }));

  it('gives the challenge up', () =>
    at('/', async (page) => {
      await (await onlyCard(page)).fill(CHALLENGED);
      await pay(page);
      await (await challengeOf(page)).cancel();
      await page.getByText('E21030007').waitFor();
      assert.equal(sandbox.transactions().at(-1)?.threeDs?.transStatus, 'N');
    }));

  describe('in the words of Testing Library', () => {
    it('finds by label, role, placeholder, text and value, in the shopper’s language', () =>
      at('/', async (page) => {
        const card = await onlyCard(page);
        const { getByLabelText, queryByLabelText, getByRole, getByPlaceholderText, getByDisplayValue, queryByText, getByText } = within(card);
        const number = await getByLabelText('カード番号');
        assert.equal(await number.getAttribute('id'), 'number');
        assert.equal(await (await getByRole('textbox', { name: /^セキュリティ/ })).getAttribute('id'), 'cvc');
        assert.equal(await (await getByPlaceholderText('MM/YY')).getAttribute('id'), 'expiry');
        assert.equal(await queryByLabelText('カード'), null, 'a string is the whole text');
        await assert.rejects(getByText('ありません'), /nothing with the text ありません in the card fields/);
        await assert.rejects(getByRole('textbox'), /more than one of the role textbox/);
        await card.fill({ number: '4111111111111112' });
        assert.equal(await (await getByDisplayValue('4111 1111 1111 1112')).getAttribute('id'), 'number');
        assert.notEqual(await queryByText(/検査数字/), null);
      }));

    it('types, tabs, pastes and clears as a shopper does', () =>
      at('/', async (page) => {
        const card = await onlyCard(page);
        const { getByLabelText, findByText } = within(card);
        const user = userOf(page);
        await user.type(await getByLabelText('カード番号'), '41112{Backspace}1');
        await user.tab();
        await user.paste('1239');
        await user.tab({ shift: true });
        await findByText('カード番号の桁数が足りません。');
        assert.deepEqual(await card.values(), { number: '4111 1', expiry: '12/39', cvc: '', name: '' });
        await user.clear(card.expiry);
        await user.click(card.number);
        await user.keyboard('{End}11111111111');
        await user.tab();
        await user.keyboard('1139{Tab}123{Tab}TARO YAMADA{Enter}');
        await thanked(page);
      }));

    it('waits for a sentence that comes', () =>
      at('/', async (page) => {
        const { findByText } = within(await onlyCard(page));
        const [sentence] = await Promise.all([findByText('カード番号を入力してください。'), pay(page)]);
        assert.equal(await sentence.isVisible(), true);
      }));
  });

  describe('the sandbox in the same process', () => {
    it('shows a fault to the shopper, and takes it back', () =>
      at('/', async (page) => {
        sandbox.setFault('getToken', 'result:902');
        const card = await onlyCard(page);
        await card.fill(CARD);
        const code = page.evaluate(
          () => new Promise((resolve) => addEventListener('shoji-error', (event) => resolve(Reflect.get(event, 'error')))),
        );
        await pay(page);
        assert.equal(((await code) as { code: string }).code, 'gateway-busy');
        sandbox.clearFaults();
        await card.fill({ cvc: '123' });
        await pay(page);
        await thanked(page);
      }));

    it('refuses a fault that there is not', () => {
      assert.throws(() => sandbox.setFault('getToken', 'nonsense' as 'ok'), /no such fault.*getToken/s);
      assert.throws(() => sandbox.setFault('nonsense' as 'getToken', 'ok'), TypeError);
    });

    it('tells what it holds, without the card', () => {
      const all = sandbox.transactions();
      assert.ok(all.length > 0);
      assert.ok(all.every(({ card }) => card === null || /^\*+\d{3}$/.test(card)));
      assert.equal(JSON.stringify(all).includes('AccessPass'), false);
    });
  });
});
