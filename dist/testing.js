import { a as agreement, i as THEIRS, n as evaluate, o as readinessOf, r as CardFailure, t as frameOfCard } from "./testing/frame-of-card.js";

// src/testing/card.ts
var FIELDS = [
	"number",
	"expiry",
	"cvc",
	"name"
];
/**
* Waits until the fields of a `<shoji-card>` can be typed into.
*
* ```js
* const card = await cardOf(page.locator('shoji-card'));
* await card.fill({ number: '4111111111111111', expiry: '12/39', cvc: '123', name: 'TARO YAMADA' });
* ```
* @throws {@link CardFailure} for an element in the state `failed`: its `code` says why
*/
async function cardOf(element, { timeout = 3e4 } = {}) {
	const handle = await element.elementHandle({ timeout });
	if (!handle) throw new Error("there is no <shoji-card>");
	const { isReady, code } = await inTime(evaluate(handle, readinessOf), timeout, `<shoji-card> is not ready after ${String(timeout)} ms`);
	if (!isReady) throw new CardFailure(code);
	const page = element.page();
	const frame = await frameOfCard(page.frames(), handle);
	if (!frame) throw new Error("the frame of this <shoji-card> is gone: was the element moved meanwhile?");
	return new FramedCard(element, frame, page);
}
var FramedCard = class {
	element;
	frame;
	number;
	expiry;
	cvc;
	name;
	#page;
	constructor(element, frame, page) {
		this.element = element;
		this.frame = frame;
		this.#page = page;
		[this.number, this.expiry, this.cvc, this.name] = FIELDS.map((name) => frame.locator(`#${name}`));
	}
	fill(values) {
		return this.#enter(values, (field, text) => field.fill(text));
	}
	type(values) {
		return this.#enter(values, async (field, text) => {
			await field.fill("");
			await field.click();
			await this.#page.keyboard.type(text);
		});
	}
	async #enter(values, put) {
		const there = await this.#names();
		for (const [name, text] of Object.entries(values)) {
			if (!there.includes(name)) throw new Error(`there is no field ${name} in this <shoji-card>, but ${there.join(", ")}`);
			await put(this[name], text);
		}
		const isIncomplete = await this.frame.locator(".field:not(.complete)").count();
		await evaluate(this.element, agreement, isIncomplete === 0);
	}
	async errors() {
		return this.#each(".field.invalid", (field) => field.locator(".message").first().textContent());
	}
	async values() {
		if (await this.frame.locator("div.input").count()) throw new Error(THEIRS);
		return this.#each(".field", (field) => field.locator("input").inputValue());
	}
	async #each(selector, read) {
		const pairs = (await this.frame.locator(selector).all()).map(async (field) => [await field.locator(".input").getAttribute("id"), await read(field)]);
		return Object.fromEntries(await Promise.all(pairs));
	}
	async #names() {
		return Object.keys(await this.values());
	}
	brand() {
		return evaluate(this.element, ({ brand }) => brand);
	}
	complete() {
		return evaluate(this.element, ({ complete }) => complete);
	}
	state() {
		return evaluate(this.element, ({ state }) => state);
	}
};
async function inTime(promise, timeout, otherwise) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(otherwise)), timeout);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
		promise.catch(() => void 0);
	}
}

// src/testing/challenge.ts
var FORM = "form[action=\"/challenge/answer\"]";
/** Waits until the issuer asks. */
async function challengeOf(page, { timeout = 3e4 } = {}) {
	const frame = await frameWith(page, FORM, timeout);
	const press = (action) => frame.locator(`${FORM} button[value=${action}]`).click();
	const password = frame.locator(`${FORM} [name=password]`);
	return {
		frame,
		password,
		alert: frame.locator("[role=alert]"),
		async answer(text) {
			await password.fill(text);
			await press("verify");
		},
		cancel: () => press("cancel")
	};
}
/** Waits until the issuer asks, and answers. Every card of the sandbox has the password 123456. */
async function answerChallenge(page, password = "123456", options = {}) {
	await (await challengeOf(page, options)).answer(password);
}
/** Waits in every frame; a frame that is new has just got its first document. */
function frameWith(page, selector, timeout) {
	return new Promise((resolve, reject) => {
		const deadline = Date.now() + timeout;
		const watched = /* @__PURE__ */ new Set();
		const look = () => {
			for (const frame of page.frames().filter((each) => !watched.has(each))) {
				watched.add(frame);
				frame.locator(selector).first().waitFor({
					state: "visible",
					timeout: Math.max(1, deadline - Date.now())
				}).then(() => end(() => resolve(frame)), () => void 0);
			}
		};
		const timer = setTimeout(() => end(() => reject(/* @__PURE__ */ new Error(`no challenge of the sandbox after ${String(timeout)} ms`))), timeout);
		const end = (settle) => {
			clearTimeout(timer);
			page.off("framenavigated", look);
			settle();
		};
		page.on("framenavigated", look);
		look();
	});
}

// src/testing/user-event.ts
/** Of a page of Playwright's. */
function userOf({ keyboard }) {
	const user = {
		async type(element, text) {
			await element.click();
			await user.keyboard(text);
		},
		clear: (element) => element.fill(""),
		click: (element) => element.click(),
		tab: ({ shift = false } = {}) => keyboard.press(shift ? "Shift+Tab" : "Tab"),
		paste: (text) => keyboard.insertText(text),
		async keyboard(text) {
			for (const [, key, plain] of text.matchAll(/\{(\w+)\}|([^{]+|\{)/g)) if (key) await keyboard.press(key);
			else await keyboard.type(plain ?? "");
		}
	};
	return user;
}

// src/testing/within.ts
/** ```js
* const { getByLabelText, findByText } = within(await cardOf(page.locator('shoji-card')));
* await user.type(await getByLabelText('カード番号'), '4111');
* ```
*/
function within(card) {
	const frame = card.frame;
	const visible = async (found) => {
		const all = await found.all();
		const seen = await Promise.all(all.map((each) => each.isVisible()));
		return all.filter((_, index) => seen[index]);
	};
	const having = async (text) => {
		const inputs = await frame.locator("input").all();
		const values = await Promise.all(inputs.map((each) => each.inputValue()));
		return inputs.filter((_, index) => matches(values[index] ?? "", text));
	};
	const byLabel = (text) => frame.getByLabel(text, { exact: true });
	const byText = (text) => frame.getByText(text, { exact: true });
	const byRole = (role, { name } = {}) => frame.getByRole(role, name === void 0 ? {} : {
		name,
		exact: true
	});
	const byPlaceholder = (text) => frame.getByPlaceholder(text, { exact: true });
	const get = async (found, what) => {
		const one = await query(found, what);
		if (!one) throw new Error(`nothing ${what} in the card fields`);
		return one;
	};
	const query = async (found, what) => {
		const [one, another] = await found;
		if (another) throw new Error(`more than one ${what} in the card fields`);
		return one ?? null;
	};
	const find = async (locator, what, { timeout = 5e3 } = {}) => {
		await locator.first().waitFor({
			state: "visible",
			timeout
		});
		return get(visible(locator), what);
	};
	const labelled = (text) => `labelled ${String(text)}`;
	const withText = (text) => `with the text ${String(text)}`;
	const ofRole = (role, name) => `of the role ${role}${name === void 0 ? "" : ` and the name ${String(name)}`}`;
	return {
		getByLabelText: (text) => get(visible(byLabel(text)), labelled(text)),
		queryByLabelText: (text) => query(visible(byLabel(text)), labelled(text)),
		findByLabelText: (text, options) => find(byLabel(text), labelled(text), options),
		getByText: (text) => get(visible(byText(text)), withText(text)),
		queryByText: (text) => query(visible(byText(text)), withText(text)),
		findByText: (text, options) => find(byText(text), withText(text), options),
		getByRole: (role, options) => get(visible(byRole(role, options)), ofRole(role, options?.name)),
		queryByRole: (role, options) => query(visible(byRole(role, options)), ofRole(role, options?.name)),
		findByRole: (role, options) => find(byRole(role, options), ofRole(role, options?.name), options),
		getByPlaceholderText: (text) => get(visible(byPlaceholder(text)), `with the placeholder ${String(text)}`),
		queryByPlaceholderText: (text) => query(visible(byPlaceholder(text)), `with the placeholder ${String(text)}`),
		getByDisplayValue: (text) => get(having(text), `that holds ${String(text)}`),
		queryByDisplayValue: (text) => query(having(text), `that holds ${String(text)}`)
	};
}
var matches = (value, text) => typeof text === "string" ? value === text : text.test(value);

export { CardFailure, answerChallenge, cardOf, challengeOf, userOf, within };