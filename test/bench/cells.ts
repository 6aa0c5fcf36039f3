/** What is typed into: one page for each. The libraries are set up as their own documentation shows it, without extras. */

export interface Cell {
  readonly name: string;
  /** In the folder of the installed libraries. */
  readonly files: readonly string[];
  readonly html: (fieldsOrigin: string) => string;
  /** Finds the field of the number. */
  readonly field: string;
  readonly isFramed?: boolean;
}

const CC_NUMBER = 'input[autocomplete="cc-number"]';

const FORM = `<form action="/pay" method="post">
  <p><label for="number">Card number</label> <input id="number" autocomplete="cc-number" inputmode="numeric"></p>
  <p><label for="expiry">Expiry</label> <input id="expiry" autocomplete="cc-exp" inputmode="numeric"></p>
  <p><label for="cvc">Security code</label> <input id="cvc" autocomplete="cc-csc" inputmode="numeric"></p>
  <button>Pay</button>
</form>
<script>const [number, expiry, cvc] = document.querySelectorAll('input')</script>`;

const page = (body: string, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Checkout</title>
<style>body { font: 16px sans-serif; margin: 20px; max-inline-size: 480px }
form > p > * { display: block; inline-size: 100%; box-sizing: border-box; font: inherit }
form > p > input { padding: 10px }</style>
${head}</head><body><h1>Checkout</h1>${body}</body></html>`;

const library = (name: string, file: string, use: string): Cell => ({
  name,
  files: [file],
  html: () => page(`${FORM}<script src="/${file}"></script><script>${use}</script>`),
  field: CC_NUMBER,
});

const bare: Cell = { name: 'bare', files: [], html: () => page(FORM), field: CC_NUMBER };

/** As a merchant has it: the script tag of the fields origin, and the element with its defaults. */
export const OURS: Cell = {
  name: 'ours',
  files: [],
  html: (fieldsOrigin) =>
    page(
      `<form action="/pay" method="post"><shoji-card name="token" shop-id="tshop00000001"></shoji-card>
  <button>Pay</button></form>`,
      `<script src="${fieldsOrigin}/shoji-card.js" crossorigin="anonymous"></script>`,
    ),
  field: CC_NUMBER,
  isFramed: true,
};

/** The same again under another name: what differs between the two is noise. */
const again = (cell: Cell): Cell => ({ ...cell, name: `${cell.name}#aa` });

const imaskUse = `
  IMask(number, { mask: [
    { mask: '0000 000000 00000', regex: /^3[47]/ },
    { mask: '0000 000000 0000', regex: /^3(?:0[0-5]|[689])/ },
    { mask: '0000 0000 0000 0000', regex: /^/ },
  ], dispatch: (appended, masked) => {
    const digits = (masked.value + appended).replace(/\\D/g, '');
    return masked.compiledMasks.find(({ regex }) => regex.test(digits));
  } });
  IMask(expiry, { mask: 'MM/YY', blocks: {
    MM: { mask: IMask.MaskedRange, from: 1, to: 12 },
    YY: { mask: IMask.MaskedRange, from: 0, to: 99 },
  } });
  IMask(cvc, { mask: '0000' });`;

const moyasarFiles = ['moyasar-payment-form/dist/moyasar.css', 'moyasar-payment-form/dist/moyasar.umd.js'] as const;
const moyasar: Cell = {
  name: 'moyasar-payment-form',
  files: moyasarFiles,
  html: () =>
    page(
      `<div class="mysr-form"></div><script src="/${moyasarFiles[1]}"></script><script>Moyasar.init({
        element: '.mysr-form', amount: 1000, currency: 'SAR', description: 'Order', publishable_api_key: 'pk_test_bench',
        callback_url: location.href, methods: ['creditcard'], supported_networks: ['visa', 'mastercard'],
      })</script>`,
      `<link rel="stylesheet" href="/${moyasarFiles[0]}">`,
    ),
  field: CC_NUMBER,
};

export const CELLS: readonly Cell[] = [
  bare,
  again(bare),
  OURS,
  again(OURS),
  library(
    'payform',
    'payform/dist/payform.js',
    'payform.cardNumberInput(number); payform.expiryInput(expiry); payform.cvcInput(cvc);',
  ),
  library(
    'payment',
    'payment/dist/payment.js',
    'payment.formatCardNumber(number); payment.formatCardExpiry(expiry); payment.formatCardCVC(cvc);',
  ),
  library('imask', 'imask/dist/imask.js', imaskUse),
  moyasar,
];
