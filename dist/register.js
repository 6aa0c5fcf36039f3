import { c as Vault, t as ShojiCard } from "./elements.js";

// src/register.ts
/**
* Registers `<shoji-card>`. A page that has an element of this name already keeps it. When only the vault's name was taken, the card
* is not registered: it would run with somebody else's vault. In Node nothing happens.
*/
function registerShojiCard() {
	if (typeof customElements === "undefined") return;
	if (customElements.get("shoji-card") || customElements.get("shoji-vault")) {
		console.error("shoji-card is registered already; this copy does nothing.");
		performance.mark("shoji-card-again");
	} else {
		customElements.define("shoji-vault", Vault);
		customElements.define("shoji-card", ShojiCard);
	}
}

export { registerShojiCard as t };
//# sourceMappingURL=register.js.map