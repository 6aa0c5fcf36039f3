"use client";

import { t as registerShojiCard } from "./register.js";
import { createElement, useImperativeHandle, useLayoutEffect, useRef } from "react";

// src/frameworks/react.ts
/**
* React 19. `<ShojiCard>` registers the element in the browser and takes its settings as props and its events as `onToken` and so on;
* rendered on a server it is the plain tag. Those who write `<shoji-card>` themselves import `shoji-card/define`, and get its types here.
*/
/** Attributes as a server renders them: React turns no name of a custom element's into another. */
function ShojiCard(props) {
	const { ref, shopId, apiKey, publicKey, fieldsBy, sendFingerprint, hostedUrl, tokenCount, onReady, onChange, onToken, onError, onChallenge, onOutcome, ...rest } = props;
	const element = useRef(null);
	useImperativeHandle(ref, () => element.current, []);
	useLayoutEffect(() => {
		const listening = new AbortController();
		const listen = (name, listener) => {
			if (listener) element.current?.addEventListener(name, listener, { signal: listening.signal });
		};
		listen("shoji-ready", onReady);
		listen("shoji-change", onChange);
		listen("shoji-token", onToken);
		listen("shoji-error", onError);
		listen("shoji-challenge", onChallenge);
		listen("shoji-outcome", onOutcome);
		return () => {
			listening.abort();
		};
	});
	useLayoutEffect(register, []);
	return createElement("shoji-card", {
		...rest,
		ref: element,
		"shop-id": shopId,
		"api-key": apiKey,
		"public-key": publicKey,
		"fields-by": fieldsBy,
		"send-fingerprint": sendFingerprint,
		"hosted-url": hostedUrl,
		"token-count": tokenCount
	});
}
/** Not twice: an effect runs again whenever the component is mounted. */
function register() {
	if (!customElements.get("shoji-card")) registerShojiCard();
}

export { ShojiCard };
//# sourceMappingURL=react.js.map