import { i as THEIRS, n as evaluate, t as frameOfCard } from "./frame-of-card.js";

// src/testing/card-command.ts
/** What the half in the page asks of the half in Node, and how that does it with whatever drives the browser. */
var COMMAND = "shoji-card";
/** In the page: the elements that tests have asked for, by number. */
var REGISTER = "shojiCardsUnderTest";
/** Sent to the page. */
var registered = ([register, id]) => globalThis[register]?.get(id);
/** Sent to the frame: writes as autofill does, or puts the caret into an empty field; then reads. */
function handle([action, name, text, theirs]) {
	const form = Array.from(document.body.children, ({ shadowRoot }) => shadowRoot?.querySelector("form")).find(Boolean);
	if (action !== "errors" && form?.querySelector("div.input")) return {
		error: theirs,
		value: {},
		isComplete: false
	};
	const fields = Array.from(form?.querySelectorAll(".field") ?? []);
	const read = Object.fromEntries(fields.filter(({ classList }) => action !== "errors" || classList.contains("invalid")).map((field) => [field.querySelector(".input")?.id, (action === "errors" ? field.querySelector(".message")?.textContent : field.querySelector("input")?.value) ?? ""]));
	const input = fields.map((field) => field.querySelector("input")).find((each) => each?.id === name);
	if (name && !input) return {
		error: `there is no field ${name} in this <shoji-card>, but ${Object.keys(read).join(", ")}`,
		value: {},
		isComplete: false
	};
	if (input) {
		input.focus();
		input.value = text;
		input.dispatchEvent(new InputEvent("input", {
			bubbles: true,
			composed: true
		}));
	}
	return {
		error: "",
		value: read,
		isComplete: fields.every(({ classList }) => classList.contains("complete"))
	};
}
async function perform(page, { id, action, values = {}, key = "" }) {
	if (action === "press") {
		await page.keyboard.press(key);
		return {};
	}
	const card = await page.mainFrame().evaluateHandle(registered, [REGISTER, id]);
	const frame = await frameOfCard(page.frames(), card);
	if (!frame) return { error: "the frame of this <shoji-card> is not found: Firefox and WebDriver do not tell whose a frame is" };
	const ask = (what, name = "", text = "") => evaluate(frame, handle, [
		what,
		name,
		text,
		THEIRS
	]);
	if (action === "errors" || action === "values") {
		const { error, value } = await ask(action);
		return {
			error,
			value
		};
	}
	await page.bringToFront();
	for (const [name, text] of Object.entries(values)) {
		const { error } = await ask("fill", name, action === "fill" ? text : "");
		if (error) return { error };
		if (action === "type") await page.keyboard.type(text);
	}
	return { isComplete: (await ask("values")).isComplete };
}

export { REGISTER as n, perform as r, COMMAND as t };