/** Three labelled inputs. What a library gets to work on, and by themselves the floor: less cannot be shown. */
export function plainFields(container) {
  container.innerHTML = `
    <p><label>Card number <input autocomplete="cc-number" inputmode="numeric"></label></p>
    <p><label>Expiry <input autocomplete="cc-exp" inputmode="numeric"></label></p>
    <p><label>Security code <input autocomplete="cc-csc" inputmode="numeric"></label></p>`;
  const [number, expiry, cvc] = container.querySelectorAll('input');
  return { number, expiry, cvc };
}
