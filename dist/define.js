import { c as Vault, t as ShojiCard } from "./elements.js";

// src/define.ts
/** Registers `<shoji-card>`. A page that has an element of one of these names already keeps it: nothing of ours runs then. */
if (typeof customElements !== "undefined" && !customElements.get("shoji-card")) {
	customElements.define("shoji-vault", Vault);
	customElements.define("shoji-card", ShojiCard);
}

export { ShojiCard };
//# sourceMappingURL=define.js.map