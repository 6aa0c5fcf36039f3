// src/testing/card-readiness.ts
/** Why a card is not filled: these inputs stand in frames of the gateway’s, which may look otherwise tomorrow. */
var THEIRS = "the inputs of this <shoji-card> are the gateway’s own (fields-by=\"gateway\"): type into the frames inside its frame";
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

// src/testing/shapes.ts
/**
* Runs a function in the page. It is sent there as text: it uses nothing from around it, and names no function inside, because tools
* that keep the names of functions would leave the page without theirs.
*/
var evaluate = (at, run, argument) => at.evaluate(run, argument);

// src/testing/frame-of-card.ts
/** Finds the frame that belongs to an element, although it stands in closed shadow roots: a test tool holds every frame of a page. */
/** Sent to the page. `getRootNode` gives a closed root to whoever holds a node inside. */
function standsIn(frame, card) {
	const vault = frame.getRootNode().host;
	if (vault?.localName !== "shoji-vault") return false;
	for (let host = vault; host; host = host.getRootNode().host) if (host === card) return true;
	return false;
}
/** @param card - a handle of the element, in the frame that it is in */
async function frameOfCard(frames, card) {
	for (const frame of frames) {
		if (!frame.parentFrame()) continue;
		const owner = await frame.frameElement().catch(() => null);
		if (owner && await evaluate(owner, standsIn, card).catch(() => false)) return frame;
	}
	return null;
}

export { agreement as a, THEIRS as i, evaluate as n, readinessOf as o, CardFailure as r, frameOfCard as t };