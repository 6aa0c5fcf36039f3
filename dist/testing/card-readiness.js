// src/testing/card-readiness.ts
/** There are no fields to fill: the element is in the state `failed`. */
var CardFailure = class extends Error {
	name = "CardFailure";
	/** As `shoji-error` has it; empty where a second try went well. */
	code;
	constructor(code) {
		super(code ? `<shoji-card> has failed: ${code}. The README says under "Errors" what that means.` : "<shoji-card> has failed, of something that is over: another one like it just loaded its fields.");
		this.code = code;
	}
};
/**
* May be sent to the page as text (`evaluate` in shapes.ts).
*
* An element that has failed before does not say why. Another one like it, for a moment at the end of the page, does.
*/
async function readinessOf(element) {
	await customElements.whenDefined(element.localName);
	const card = element;
	if (card.state === "loading") {
		const code = await new Promise((resolve) => {
			card.addEventListener("shoji-ready", () => resolve(""), { once: true });
			card.addEventListener("shoji-error", (event) => resolve(event.error.code), { once: true });
		});
		return {
			isReady: code === "",
			code
		};
	}
	if (card.state !== "failed") return {
		isReady: true,
		code: ""
	};
	const twin = card.cloneNode();
	for (const property of [
		...[
			"gateway",
			"environment",
			"provider",
			"shopId",
			"apiKey",
			"publicKey",
			"fieldsBy",
			"sendFingerprint",
			"hostedUrl",
			"fields",
			"brands"
		],
		"tokenCount",
		"challenge",
		"consent"
	]) Reflect.set(twin, property, Reflect.get(card, property));
	twin.removeAttribute("name");
	twin.removeAttribute("id");
	twin.style.cssText = "position: absolute; inline-size: 0; block-size: 0; overflow: hidden";
	try {
		return {
			isReady: false,
			code: await new Promise((resolve) => {
				for (const type of ["shoji-ready", "shoji-error"]) twin.addEventListener(type, (event) => {
					event.stopPropagation();
					resolve(event.error?.code ?? "");
				});
				document.body.append(twin);
			})
		};
	} finally {
		twin.remove();
	}
}
/** Waits, in the page, until it knows of a card what the frame knows. May be sent there, too. */
function agreement(element, complete) {
	const card = element;
	if (card.complete === complete) return void 0;
	return new Promise((resolve) => {
		const ended = new AbortController();
		card.addEventListener("shoji-change", () => {
			if (card.complete !== complete) return;
			ended.abort();
			resolve();
		}, { signal: ended.signal });
	});
}

export { agreement as n, readinessOf as r, CardFailure as t };