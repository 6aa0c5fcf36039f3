import { a as agreement, o as readinessOf, r as CardFailure } from "./frame-of-card.js";
import { n as REGISTER, t as COMMAND } from "./card-command.js";

// src/testing/in-page.ts
/**
* For tests that run in the page themselves (`@web/test-runner`): no script of a page reaches the fields, so the runner's server
* does, by a command. This is the half in the page; web-test-runner.ts is the other.
*/
var cards = 0;
/**
* Waits until the fields of a `<shoji-card>` can be typed into.
* @throws {@link CardFailure} for an element in the state `failed`: its `code` says why
*/
async function cardOf(element, send) {
	const { isReady, code } = await readinessOf(element);
	if (!isReady) throw new CardFailure(code);
	const register = globalThis[REGISTER] ??= /* @__PURE__ */ new Map();
	cards += 1;
	const id = String(cards);
	register.set(id, element);
	const ask = async (action, more = {}) => {
		const { error, value, isComplete } = await send(COMMAND, {
			id,
			action,
			...more
		});
		if (error) throw new Error(error);
		if (isComplete !== void 0) await agreement(element, isComplete);
		return value ?? {};
	};
	return {
		async fill(values) {
			await ask("fill", { values });
		},
		async type(name, text) {
			await ask("type", { values: { [name]: text } });
		},
		async press(key) {
			await ask("press", { key });
		},
		errors: () => ask("errors"),
		values: () => ask("values")
	};
}

export { CardFailure, cardOf };