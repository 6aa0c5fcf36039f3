/**
 * The checkout page's own script, for a shop that shows the card issuer in a dialog: it sends the form itself, and asks the server
 * whatever the outcome was. Without it the form works as well; then the server leads to the issuer by a redirect.
 */
const form = document.querySelector('form[action="/checkout/pay"]');
const card = form.querySelector('shoji-card');

/** How often the button was pressed. */
let latest = 0;
/** What the server passes on for the risk fields of 3-D Secure. */
let browser = '';
card.addEventListener('shoji-token', (event) => {
  browser = JSON.stringify(event.browser);
});

// the element lets the form through once it has put the token in
form.addEventListener('submit', (event) => {
  // the way out leads to a page of the gateway's
  if (event.submitter?.hasAttribute('formaction')) return;
  event.preventDefault();
  latest += 1;
  void pay(latest);
});

/** @param press - of two presses of the button the later one goes on; the server takes them for one when the token is the same */
async function pay(press) {
  const body = new URLSearchParams(new FormData(form));
  body.set('browser', browser);
  const answer = await fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body })
    .then((response) => response.json())
    .catch(() => ({ next: '/checkout' })); // nobody knows what became of it: that page asks the gateway before it offers to pay again
  if (press !== latest) return;
  if (answer.notice) {
    show(answer);
    return;
  }
  if (answer.redirectUrl) {
    const { redirectUrl, accessId, next: returnUrl } = answer;
    const { status } = await card.authenticate(redirectUrl, { accessId, returnUrl }).catch(() => ({ status: 'cancelled' }));
    // the shopper is here and may pay again: the server then ends what was begun
    if (status === 'cancelled') return;
  }
  location.assign(answer.next);
}

/** Says why nothing came of it, where the page without script says it. The token is spent: the shopper types the card again. */
function show({ message, fields, press }) {
  form.elements.namedItem('press').value = press; // the next press is another one, also with the same saved card
  document.getElementById('notice')?.remove();
  const notice = Object.assign(document.createElement('div'), { id: 'notice', className: 'notice', role: 'alert' });
  const list = document.createElement('ul');
  for (const [field, text] of Object.entries(fields)) {
    const item = document.createElement('li');
    item.append(Object.assign(document.createElement('a'), { href: `#${field}`, textContent: text }));
    list.append(item);
  }
  notice.append(Object.assign(document.createElement('p'), { textContent: message }), ...(list.children.length ? [list] : []));
  document.querySelector('.checkout').before(notice);
  notice.scrollIntoView({ block: 'nearest' });
  card.clear();
}
