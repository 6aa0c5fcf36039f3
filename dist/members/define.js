import { n as ShojiPaymentMethod, t as ShojiSavedCards } from "./elements.js";

// src/members-define.ts
/** Registers `<shoji-saved-cards>` and `<shoji-payment-method>` in a browser; a page that has them already keeps them. */
if (typeof customElements !== "undefined") {
	if (!customElements.get("shoji-saved-cards")) customElements.define("shoji-saved-cards", ShojiSavedCards);
	if (!customElements.get("shoji-payment-method")) customElements.define("shoji-payment-method", ShojiPaymentMethod);
}

export { ShojiPaymentMethod, ShojiSavedCards };
//# sourceMappingURL=define.js.map