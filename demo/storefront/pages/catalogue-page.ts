import { html } from 'hono/html';
import { FREE_SHIPPING_FROM, monthlyBox, products } from '../products.ts';
import { layout, type Markup, type Visit } from './layout.ts';

export function cataloguePage(visit: Visit): Markup {
  const { words, language } = visit;
  return layout(
    visit,
    { title: words.goods },
    html`<section class="hero">
        <h1>${words.welcome}</h1>
        <p>${words.welcomeText}</p>
        <p class="quiet">${words.freeFrom(words.yen(FREE_SHIPPING_FROM))}</p>
      </section>
      <ul class="goods">
        ${products.map(
          (product) => html`<li class="good">
          <img src="/pictures/${product.slug}.svg" alt="" width="400" height="400">
          <div>
            <h2>${product.name[language]}</h2>
            <p class="quiet">${product.note[language]}</p>
            <p class="price">${words.yen(product.price)} <small>${words.taxIncluded}</small></p>
            <form action="/cart/add" method="post">
              <input type="hidden" name="product" value="${product.slug}">
              <button class="soft" aria-label="${words.add(product.name[language])}">${words.addShort}</button>
            </form>
          </div>
        </li>`,
        )}
      </ul>
      <section class="monthly" aria-labelledby="monthly">
        <img src="/pictures/monthly-box.svg" alt="" width="400" height="240">
        <div><h2 id="monthly">${monthlyBox.name[language]}</h2>
          <p>${words.account.boxText}</p>
          <p class="price">${words.account.boxPrice(words.yen(monthlyBox.price))}</p>
          <p><a class="button soft" href="/box">${words.account.boxMore}</a></p></div>
      </section>`,
  );
}
