/** As a merchant has it, with the defaults of the element. The script tag has been loaded by now: it is what is measured. */
bench.mount = (container) =>
  new Promise((ready, failed) => {
    const card = document.createElement('shoji-card');
    card.setAttribute('name', 'token');
    card.setAttribute('shop-id', 'tshop00000001');
    card.addEventListener('shoji-ready', () => ready(() => card.remove()), { once: true });
    card.addEventListener('shoji-error', ({ error }) => failed(error), { once: true });
    container.append(card);
  });
