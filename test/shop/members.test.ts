/** Members, their sessions and their saved cards, over HTTP, with the sandbox gateway. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hashPassword, isPassword } from '../../demo/storefront/passwords.ts';
import { addCard, BOTH_TYPES, CARD, cardsOn, charged, newEmail, PASSWORD, pressOn, REFUSED, refusals, signUp } from './member-shop.ts';
import { openSandboxShop, type SandboxShop, walkThrough } from './open-sandbox-shop.ts';
import { details, type Shopper } from './shopper.ts';

describe('passwords', () => {
  it('are kept as a salted hash, which only the password fits', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    assert.notEqual(one, other);
    assert.ok(!one.includes(PASSWORD));
    assert.deepEqual(
      await Promise.all([isPassword(PASSWORD, one), isPassword(`${PASSWORD}.`, one), isPassword('', one), isPassword(PASSWORD, undefined)]),
      [true, false, false, false],
    );
  });
});

for (const connection of BOTH_TYPES) {
  describe(`members, by the ${connection} type`, () => {
    let open: SandboxShop;
    before(async () => {
      open = await openSandboxShop({ connection });
    });
    after(() => open.close());

    it('sign up, sign out and sign in again, and find their orders on another device', async () => {
      const email = newEmail();
      const shopper = open.shopper();
      const key = await shopper.fillCart();
      const { location } = await shopper.pay(key, open.token(CARD.frictionless));
      const back = await walkThrough(open, shopper, location);
      assert.match(back?.location ?? '', /^\/orders\//);
      const guest = shopper.cookie;
      assert.equal((await shopper.post('/sign-up', { email, password: PASSWORD })).location, '/account');
      assert.notEqual(shopper.cookie, guest, 'another secret');
      assert.match((await shopper.get('/orders')).text, /お支払い済み/);
      const member = shopper.cookie;
      await shopper.post('/sign-out', {});
      assert.match((await shopper.get('/orders')).text, /ご注文はまだありません/);
      const copy = await open.shop.app.request('/account', { headers: { cookie: member } });
      assert.equal(copy.status, 303, 'the old secret opens nothing');

      const phone = open.shopper();
      assert.equal((await phone.post('/sign-in', { email: email.toUpperCase(), password: PASSWORD })).location, '/account');
      assert.equal((await phone.get(back?.location ?? '')).status, 200);
      await phone.fillCart();
      assert.match((await phone.get('/checkout')).text, /value="山田 花子"/, 'and the address is known there');
    });

    it('say the same to a wrong password and to an address that nobody has, and make both wait', async () => {
      const email = newEmail();
      await signUp(open, email);
      for (const address of [email, newEmail()]) {
        const stranger = open.shopper();
        for (let time = 0; time < 5; time++) {
          const { status, text } = await stranger.post('/sign-in', { email: address, password: 'wrong password' });
          assert.equal(status, 403);
          assert.match(text, /メールアドレスまたはパスワードが違います/);
        }
        assert.equal((await stranger.post('/sign-in', { email: address, password: PASSWORD })).status, 429);
      }
      open.clock.ahead += 61_000;
      assert.equal((await open.shopper().post('/sign-in', { email, password: PASSWORD })).status, 303);
    });

    for (const [what, email, password, status, words] of [
      ['a short password', newEmail(), 'seven77', 422, /8文字以上/],
      ['an address that is none', 'nobody@', PASSWORD, 422, /メールアドレスの形式/],
      ['an address with a character that no database takes', 'a\0b@example.jp', PASSWORD, 422, /メールアドレスの形式/],
    ] as const) {
      it(`refuses ${what}`, async () => {
        const answer = await open.shopper().post('/sign-up', { email, password });
        assert.equal(answer.status, status);
        assert.match(answer.text, words);
      });
    }

    it('finds nobody by an address with a character that no database takes', async () => {
      const { status, text } = await open.shopper().post('/sign-in', { email: 'a\0b@example.jp', password: PASSWORD });
      assert.equal(status, 403);
      assert.match(text, /メールアドレスまたはパスワードが違います/);
    });

    it('refuses an address that is taken, also when both press at once', async () => {
      const email = newEmail();
      const answers = await Promise.all([1, 2].map(() => open.shopper().post('/sign-up', { email, password: PASSWORD })));
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409]);
    });

    it('refuses the forms of another site, and leads nowhere but to its own pages', async () => {
      assert.equal((await open.shopper().postFromElsewhere('/sign-in', { email: newEmail(), password: PASSWORD })).status, 403);
      const answer = await open.shopper().post('/sign-up', { email: newEmail(), password: PASSWORD, next: 'https://elsewhere.example/' });
      assert.equal(answer.location, '/account');
    });

    it('save a card behind 3-D Secure, charge nothing for it, choose among two, and remove one after a question', async () => {
      const shopper = await signUp(open);
      const before = charged(open).length;
      const saved = await addCard(open, shopper, CARD.challenge);
      assert.match(saved.text, /カードを登録しました/);
      assert.match(saved.text, /末尾5?000/);
      await addCard(open, shopper);
      const [first, second] = cardsOn(await shopper.get('/account'));
      assert.ok(first && second);
      assert.equal(charged(open).length, before);
      const isDefault = async () => /value="(\d+)" aria-label="[^"]+をいつものカードにする"/.exec((await shopper.get('/account')).text)?.[1];
      assert.equal(await isDefault(), second, 'the first one is the usual one: the other may become it');
      await shopper.post('/account/cards/default', { 'card-seq': second });
      assert.equal(await isDefault(), first);
      const question = await shopper.get(`/account/cards/remove?card-seq=${second}`);
      assert.match(question.text, /を削除しますか/);
      assert.deepEqual(cardsOn(await shopper.get('/account')), [first, second], 'asking removes nothing');
      await shopper.post('/account/cards/remove', { 'card-seq': second });
      assert.deepEqual(cardsOn(await shopper.get('/account')), [first]);
    });

    it('do not get a card saved that the issuer does not know them by', async () => {
      const shopper = await signUp(open);
      const sent = await shopper.post('/account/cards/add', { token: open.token(CARD.challenge) });
      const wrong = { action: 'verify', password: '000000' };
      const back = await walkThrough(open, shopper, sent.location, { answers: [wrong, wrong, wrong] });
      assert.equal(back?.status, 402);
      assert.match(back.text, /本人認証が完了しませんでした/);
      assert.deepEqual(cardsOn(await shopper.get('/account')), []);
    });

    it('make one registration of a double click', async () => {
      const shopper = await signUp(open);
      const token = open.token(CARD.frictionless);
      const entries = open.counts.get('EntryTran') ?? 0;
      await Promise.all([1, 2, 3].map(() => shopper.post('/account/cards/add', { token })));
      assert.equal((open.counts.get('EntryTran') ?? 0) - entries, 1);
    });

    it('cannot finish the registration of somebody else', async () => {
      const [shopper, other] = [await signUp(open), await signUp(open)];
      const sent = await shopper.post('/account/cards/add', { token: open.token(CARD.frictionless) });
      const stolen = await walkThrough(open, other, sent.location);
      assert.equal(stolen?.status, 404);
      assert.deepEqual([cardsOn(await other.get('/account')), cardsOn(await shopper.get('/account'))], [[], []]);
    });

    it('pay with a saved card, and have the page’s own button pressed once', async () => {
      const shopper = await signUp(open);
      await addCard(open, shopper);
      await shopper.fillCart();
      const page = await shopper.get('/checkout');
      assert.match(page.text, /<shoji-saved-cards name="card-seq"/);
      const fields = { ...details, checkout: await shopper.checkoutKey(), press: pressOn(page), 'card-seq': '0' };
      const before = charged(open).length;
      const entries = open.counts.get('EntryTran') ?? 0;
      const presses = await Promise.all([1, 2, 3].map(() => shopper.post('/checkout/pay', fields)));
      assert.equal((open.counts.get('EntryTran') ?? 0) - entries, 1);
      assert.equal(new Set(presses.map(({ location }) => location)).size, 1);
      const back = await walkThrough(open, shopper, presses[0]?.location ?? '');
      assert.match((await shopper.follow(back ?? assert.fail())).text, /ありがとうございました/);
      assert.equal(charged(open).length - before, 1);
      const transaction = charged(open).at(-1);
      assert.match(transaction?.memberId ?? '', /^m-/);
      assert.ok(transaction?.session, 'with 3-D Secure');
      assert.match((await shopper.follow(await shopper.post('/checkout/pay', fields))).text, /ありがとうございました|カートは空です/);
      assert.equal(charged(open).length - before, 1);
    });

    it('pay from the cart with one press', async () => {
      const shopper = await signUp(open);
      await addCard(open, shopper);
      const { location } = await shopper.pay(await shopper.fillCart(), open.token(CARD.frictionless));
      await walkThrough(open, shopper, location);
      await shopper.fillCart();
      const cart = await shopper.get('/cart');
      assert.match(cart.text, /末尾0?100で1,320円を支払う/);
      const checkout = /name="checkout" value="([\w-]+)"/.exec(cart.text)?.[1] ?? '';
      const paid = await shopper.post('/checkout/pay', { checkout, press: pressOn(cart), 'card-seq': '0', details: 'kept' });
      assert.match(paid.location, /^http/, paid.text);
      const back = await walkThrough(open, shopper, paid.location);
      const order = await shopper.follow(back ?? assert.fail());
      assert.match(order.text, /ありがとうございました/);
      assert.match(order.text, /山田 花子/);
    });

    it('may be sent to the gateway from the cart where one press pays, and from no other cart', async () => {
      const shopper = await signUp(open);
      await addCard(open, shopper);
      const targets = async () => {
        const { text, headers } = await shopper.get('/cart');
        return [/class="one-tap"/.test(text), /form-action[^;]*/.exec(headers.get('content-security-policy') ?? '')?.[0]];
      };
      assert.deepEqual(await targets(), [false, `form-action 'self'`], 'empty');
      const { location } = await shopper.pay(await shopper.fillCart(), open.token(CARD.frictionless));
      assert.deepEqual(await targets(), [false, `form-action 'self'`], 'no address is known');
      await walkThrough(open, shopper, location);
      assert.deepEqual(await targets(), [false, `form-action 'self'`], 'empty again');
      await shopper.fillCart();
      assert.deepEqual(await targets(), [true, `form-action 'self' ${open.sandbox.gatewayOrigin}`]);
    });

    it('pay with one press for the address of their latest paid order, never for one that somebody else typed in this browser', async () => {
      const email = newEmail();
      const member = await signUp(open, email);
      await addCard(open, member);
      const { location } = await member.pay(await member.fillCart(), open.token(CARD.frictionless), { address: '台東区谷中 1-1-1' });
      await walkThrough(open, member, location);
      const shared = open.shopper();
      await shared.pay(await shared.fillCart(), '', { name: '同居人', address: '台東区上野 9-9-9' });
      await shared.post('/sign-in', { email, password: PASSWORD });
      const cart = await shared.get('/cart');
      const checkout = /name="checkout" value="([\w-]+)"/.exec(cart.text)?.[1] ?? '';
      const paid = await shared.post('/checkout/pay', { checkout, press: pressOn(cart), 'card-seq': '0', details: 'kept' });
      const back = await walkThrough(open, shared, paid.location);
      const { text } = await shared.follow(back ?? assert.fail());
      assert.match(text, /ありがとうございました/);
      assert.match(text, /台東区谷中 1-1-1/);
      assert.doesNotMatch(text, /同居人|9-9-9/);
    });

    it('are told what to do about a card that is another’s, or removed: E01240002', async () => {
      const [owner, other] = [await signUp(open), await signUp(open)];
      for (const number of [CARD.frictionless, CARD.challenge]) await addCard(open, owner, number);
      await addCard(open, other);
      const key = await other.fillCart();
      const payWith = async (cardSeq: string) => {
        const page = await other.get('/checkout');
        return other.post('/checkout/pay', { ...details, checkout: key, press: pressOn(page), 'card-seq': cardSeq });
      };
      const before = refusals(open).length;
      // the owner's second card: the other member has none of that number
      const stolen = await payWith('1');
      assert.equal(stolen.status, 404);
      assert.match(stolen.text, /このカードは登録されていません。別のカードを選ぶか、新しいカード情報を入力してください。代金は請求されていません。/);
      assert.deepEqual(refusals(open).slice(before), [REFUSED[connection].cardGone]);
      await other.post('/account/cards/remove', { 'card-seq': '0' });
      assert.equal((await payWith('0')).status, 404);
      assert.deepEqual(refusals(open).slice(before + 1), [REFUSED[connection].cardGone]);
      const removed = await other.post('/account/cards/remove', { 'card-seq': '1' });
      assert.equal(removed.status, 404);
      assert.equal(refusals(open).at(-1), REFUSED[connection].deleted);
      assert.equal(cardsOn(await owner.get('/account')).length, 2, 'the owner has both cards still');
    });

    it('see nothing of another’s orders, cards or pages', async () => {
      const [owner, other] = [await signUp(open), await signUp(open)];
      const { location } = await owner.pay(await owner.fillCart(), open.token(CARD.frictionless));
      const back = await walkThrough(open, owner, location);
      const order = back?.location ?? '';
      assert.match(order, /^\/orders\//);
      assert.equal((await other.get(order)).status, 404);
      assert.equal((await open.shopper().get(order)).status, 404);
      for (const path of ['/account', '/account/cards/new', '/account/cards/remove?card-seq=0']) {
        assert.match((await open.shopper().get(path)).location, /^\/sign-in/);
      }
      for (const path of ['/account/cards/default', '/account/cards/remove', '/account/cards/add']) {
        const answer = await open.shopper().post(path, { 'card-seq': '0', token: open.token(CARD.frictionless) });
        assert.match(answer.location, /^\/sign-in/);
      }
    });

    it('cannot pay with a saved card when nobody is signed in', async () => {
      const shopper = open.shopper();
      const key = await shopper.fillCart();
      const answer = await shopper.post('/checkout/pay', { ...details, checkout: key, press: 'p', 'card-seq': '0' });
      assert.equal(answer.status, 403);
      assert.match(answer.text, /ログインし直すか、新しいカード情報を入力してください/);
    });

    /** As the card fields send two tokens: two entries of one name. */
    const payAndSave = async (shopper: Awaited<ReturnType<typeof signUp>>, tokens: readonly string[], other: Record<string, string> = {}) => {
      const checkout = await shopper.fillCart();
      const body = new URLSearchParams({ ...details, checkout, 'save-card': '1', ...other });
      for (const token of tokens) body.append('token', token);
      const answer = await open.shop.app.request('/checkout/pay', { method: 'POST', body, headers: { cookie: shopper.cookie } });
      const back = await walkThrough(open, shopper, answer.headers.get('location') ?? '');
      return shopper.follow(back ?? assert.fail());
    };

    it('pay with a new card and have it saved: one token charges, the other one saves', async () => {
      const shopper = await signUp(open);
      const [charge, save] = [open.token(CARD.challenge), open.token(CARD.challenge)];
      assert.ok(charge && save);
      const calls = [...open.counts];
      const order = await payAndSave(shopper, [charge, save]);
      assert.match(order.text, /ありがとうございました/);
      assert.match(order.text, /カードを登録しました。次回からすぐにお支払いいただけます/);
      assert.equal(cardsOn(await shopper.get('/account')).length, 1);
      assert.equal((open.counts.get('SaveCard') ?? 0) - (new Map(calls).get('SaveCard') ?? 0), 1);
      assert.equal(open.sandbox.store.tokens.get(save)?.state, 'spent');
    });

    it('have nothing saved when the payment comes to nothing', async () => {
      const shopper = await signUp(open);
      const save = open.token(CARD.declined);
      const answer = await payAndSave(shopper, [open.token(CARD.declined), save]);
      assert.equal(answer.status, 402);
      assert.equal(open.sandbox.store.tokens.get(save)?.state, 'ready');
      assert.deepEqual(cardsOn(await shopper.get('/account')), []);
    });

    it('are told when a sixth card cannot be saved, although the order is paid: E01230009', async () => {
      const shopper = await signUp(open);
      const numbers = ['4100000000000100', '4100000000005000', '5100000000000107', '3528000000000106', '340000000000108'];
      for (const number of numbers) assert.match((await addCard(open, shopper, number)).text, /カードを登録しました/, number);
      assert.match((await shopper.get('/account')).text, /カードは5枚まで登録できます/);
      assert.doesNotMatch((await shopper.get('/account/cards/new')).text, /<shoji-card/);
      const sixth = await shopper.post('/account/cards/add', { token: open.token('5100000000005007') });
      assert.equal(sixth.status, 409);
      assert.match(sixth.text, /先に1枚削除してから/);
      const order = await payAndSave(shopper, [open.token('5100000000005007'), open.token('5100000000005007')]);
      assert.match(order.text, /ありがとうございました/);
      assert.match(order.text, /お支払いは完了しましたが、カードは5枚までのため登録できませんでした/);
      assert.equal(refusals(open).at(-1), REFUSED[connection].cardLimit);
      assert.equal(cardsOn(await shopper.get('/account')).length, 5);
    });

    it('are asked for the card again when its token is spent: EX1000302', async () => {
      const shopper = await signUp(open);
      const token = open.token(CARD.frictionless);
      const other = await signUp(open);
      await other.pay(await other.fillCart(), token);
      const answer = await shopper.post('/account/cards/add', { token });
      assert.equal(answer.status, 402);
      assert.match(answer.text, /もう一度カード情報を入力してください/);
      assert.equal(refusals(open).at(-1), REFUSED[connection].spentToken);
    });

    it('can still type a card when the list of saved ones does not come', async () => {
      const shopper = await signUp(open);
      await addCard(open, shopper);
      await shopper.fillCart();
      open.cut = (call) => (call === 'SearchCard' ? 'call' : undefined);
      const page = await shopper.get('/checkout');
      assert.match(page.text, /<shoji-card name="token"/);
      assert.doesNotMatch(page.text, /<shoji-saved-cards/);
      assert.match((await shopper.get('/account')).text, /ただいまカードの一覧を確認できません/);
      open.cut = () => undefined;
    });

    it('leave neither password, token nor access pass in the books that are of no more use', async () => {
      await open.shop.recover();
      const left = await open.readBooks(async ({ query }) => ({
        tokens: await query(`select * from card_savings where token is not null`),
        passes: await query(`select * from card_registrations where access_pass is not null and state in ('saved', 'failed')`),
        saved: await query(`select * from card_savings where state = 'saved'`),
        text: JSON.stringify([await query('select * from members'), await query('select * from sessions')]),
      }));
      assert.deepEqual([left.tokens, left.passes, left.saved.length], [[], [], 1]);
      assert.match(left.text, /hanako\d+@example\.jp/, 'the rows are there');
      assert.ok(!left.text.includes(PASSWORD));
    });
  });
}

describe('members whose page sends the form itself', () => {
  let open: SandboxShop;
  before(async () => {
    open = await openSandboxShop({ challenge: 'dialog' });
  });
  after(() => open.close());

  /** At the checkout, with a saved card chosen. */
  const atCheckout = async () => {
    const shopper = await signUp(open);
    await addCard(open, shopper, CARD.challenge);
    const checkout = await shopper.fillCart('andon-lamp');
    const fields = { ...details, checkout, press: pressOn(await shopper.get('/checkout')), 'card-seq': '0', method: '1' };
    const before = charged(open).length;
    return { shopper, fields, charges: () => charged(open).slice(before).map(({ method, payTimes }) => [method, payTimes]) };
  };
  interface Answer {
    readonly redirectUrl?: string;
    readonly next?: string;
    readonly notice?: string;
    readonly press?: string;
  }
  const press = async (shopper: Shopper, fields: Readonly<Record<string, string>>) =>
    JSON.parse((await shopper.postForJson('/checkout/pay', fields)).text) as Answer;
  const agree = async (shopper: Shopper, { redirectUrl, next }: Answer) => {
    await walkThrough(open, shopper, redirectUrl ?? assert.fail(), { inFrame: true });
    return shopper.follow(await shopper.get(next ?? assert.fail()));
  };

  it('are charged by the plan that they chose last, after a challenge that they cancelled', async () => {
    const { shopper, fields, charges } = await atCheckout();
    const cancelled = await press(shopper, fields);
    const other = await press(shopper, { ...fields, method: '2', 'pay-times': '3' });
    assert.notEqual(other.redirectUrl, cancelled.redirectUrl);
    const order = await agree(shopper, other);
    assert.match(order.text, /ありがとうございました/);
    assert.match(order.text, /分割払い 3回/);
    assert.deepEqual(charges(), [['2', '3']]);
  });

  it('are charged once for a double click', async () => {
    const { shopper, fields, charges } = await atCheckout();
    const entries = open.counts.get('EntryTran') ?? 0;
    const [one, other] = await Promise.all([press(shopper, fields), press(shopper, fields)]);
    assert.deepEqual(one, other);
    assert.equal((open.counts.get('EntryTran') ?? 0) - entries, 1);
    assert.match((await agree(shopper, one)).text, /ありがとうございました/);
    await press(shopper, fields);
    assert.deepEqual(charges(), [['1', '']]);
  });

  it('are given another press with the bad news, and pay with it after a lost EntryTran', async () => {
    const { shopper, fields, charges } = await atCheckout();
    open.cut = (call) => (call === 'EntryTran' ? 'call' : undefined);
    const lost = await press(shopper, fields);
    open.cut = () => undefined;
    assert.ok(lost.notice);
    assert.match(lost.press ?? '', /^[\w-]+$/);
    assert.notEqual(lost.press, fields.press);
    const again = await press(shopper, { ...fields, press: lost.press ?? '' });
    assert.match((await agree(shopper, again)).text, /ありがとうございました/);
    assert.deepEqual(charges(), [['1', '']]);
  });
});

describe('支払方法', () => {
  let open: SandboxShop;
  before(async () => {
    open = await openSandboxShop();
  });
  after(() => open.close());

  it('分割 3回 arrives at ExecTran as Method 2, PayTimes 3, and stands on the order', async () => {
    const shopper = open.shopper();
    const checkout = await shopper.fillCart('andon-lamp');
    const sent: URLSearchParams[] = [];
    open.cut = (call, parameters) => {
      if (call === 'ExecTran') sent.push(parameters);
      return undefined;
    };
    const fields = { ...details, checkout, token: open.token(CARD.frictionless), method: '2', 'pay-times': '3' };
    const { location } = await shopper.post('/checkout/pay', fields);
    assert.deepEqual(sent.map((each) => [each.get('Method'), each.get('PayTimes')]), [['2', '3']]);
    const back = await walkThrough(open, shopper, location);
    assert.match((await shopper.follow(back ?? assert.fail())).text, /分割払い 3回/);
    assert.deepEqual(charged(open).map(({ method, payTimes }) => [method, payTimes]), [['2', '3']]);
  });

  for (const [method, payTimes] of [['2', '5'], ['2', ''], ['4', '2'], ['9', ''], ['1', '3'], ['2', '3&Amount=1']] as const) {
    it(`refuses what is not on the shop’s list: ${method} ${payTimes}`, async () => {
      const shopper = open.shopper();
      const checkout = await shopper.fillCart();
      const token = open.token(CARD.frictionless);
      const entries = open.counts.get('EntryTran') ?? 0;
      const { status, text } = await shopper.post('/checkout/pay', { ...details, checkout, token, method, 'pay-times': payTimes });
      assert.equal(status, 422);
      assert.match(text, /この支払方法はご利用いただけません/);
      assert.equal(open.counts.get('EntryTran') ?? 0, entries);
    });
  }
});
