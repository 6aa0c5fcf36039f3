import { ReactiveElement, adoptStyles, css } from "lit";

// src/errors.ts
var TYPES = new Map(Object.entries({
	customer: [
		"incomplete",
		"too-many-attempts",
		"number-missing",
		"number-invalid",
		"expiry-missing",
		"expiry-invalid",
		"expiry-month",
		"cvc-invalid",
		"name-characters",
		"name-too-long"
	],
	merchant: [
		"shop-id-missing",
		"environment-unknown",
		"gateway-unsupported",
		"fields-unknown",
		"token-count-invalid",
		"hosted-url-invalid",
		"hosted-readable",
		"redirect-url-invalid",
		"gmo-141",
		"gmo-142",
		"gmo-150",
		"gmo-160",
		"gmo-161",
		"gmo-162",
		"gmo-170",
		"gmo-180",
		"gmo-190",
		"gmo-191",
		"gmo-200",
		"gmo-201",
		"gmo-501",
		"gmo-502",
		"gmo-511",
		"gmo-512",
		"gmo-521",
		"gmo-522",
		"gmo-531",
		"gmo-541",
		"gmo-551",
		"gmo-552",
		"gmo-553",
		"gmo-701"
	],
	network: [
		"hosted-unavailable",
		"gateway-script",
		"gateway-unreachable",
		"gateway-timeout"
	],
	gateway: [
		"gateway-internal",
		"gateway-busy",
		"gateway-answer"
	],
	internal: [
		"tampered",
		"busy",
		"not-ready",
		"aborted"
	]
}).flatMap(([type, codes]) => codes.map((code) => [code, type])));
var ERROR_CODES = [...TYPES.keys()];
/** Is this one of our codes? Guards what crosses the channel. */
var isErrorCode = (value) => TYPES.has(value);
var errorTypeOf = (code) => TYPES.get(code) ?? "internal";
/** For the developer's console; codes that speak for themselves have the sentence of their type. */
var MESSAGES = {
	customer: "A card field is missing or wrong.",
	merchant: "The gateway refuses the call; see its result code.",
	network: "Something did not load or did not answer in time.",
	gateway: "The gateway cannot answer now.",
	internal: "The element cannot do this now.",
	"too-many-attempts": "Too many attempts in this page.",
	"shop-id-missing": "shop-id must be 1 to 13 alphanumerics.",
	"environment-unknown": "environment must be \"live\" or \"test\".",
	"gateway-unsupported": "This version does not have that gateway.",
	"fields-unknown": "fields must name number and expiry, and may name cvc and name.",
	"token-count-invalid": "token-count must be 1 to 10.",
	"hosted-url-invalid": "hosted-url must be an http(s) address.",
	"hosted-readable": "The hosted document must be on another origin: the page could read it on its own.",
	"redirect-url-invalid": "authenticate() needs the whole RedirectUrl.",
	tampered: "The frame was navigated or replaced; it is closed."
};
/** The one error class: `type` says who must act, `code` is stable, `message` is English and for developers. */
var ShojiError = class extends Error {
	name = "ShojiError";
	type;
	code;
	constructor(code) {
		const type = errorTypeOf(code);
		super(`${MESSAGES[code] ?? MESSAGES[type] ?? ""} (${code})`);
		this.type = type;
		this.code = code;
	}
};

// src/locales/en.ts
/** English: what the shopper reads. */
var en = {
	frame: {
		"form-label": "Card details",
		"label-number": "Card number",
		"label-expiry": "Expiry date (month/year)",
		"label-cvc": "Security code",
		"label-name": "Name on card",
		"placeholder-expiry": "MM/YY",
		"placeholder-name": "TARO YAMADA",
		"hint-cvc": "3 digits on the back",
		"hint-cvc-amex": "4 digits on the front",
		"card-ready": "Card {masked} is confirmed.",
		"number-missing": "Enter the card number.",
		"number-incomplete": "The card number is not complete.",
		"number-invalid": "Please check the card number.",
		"number-too-long": "A card number has 10 to 16 digits here.",
		"expiry-missing": "Enter the expiry date.",
		"expiry-incomplete": "Enter the expiry date as month and year, e.g. 08/29.",
		"expiry-invalid": "Enter the expiry date as two digits each, e.g. 08/29.",
		"expiry-month": "The month is 01 to 12.",
		"expiry-past": "This card has expired.",
		"expiry-far": "Please check the year of the expiry date.",
		"cvc-missing": "Enter the security code.",
		"cvc-incomplete": "The security code is not complete.",
		"cvc-invalid": "The security code has 3 or 4 digits.",
		"name-missing": "Enter the name on the card.",
		"name-characters": "Enter the name in Latin letters, as it is on the card.",
		"name-too-long": "The name can have 50 characters at most.",
		"name-is-number": "Enter the name here, not the card number."
	},
	"frame-title": "Card details",
	reload: "Load again",
	"test-badge": "TEST",
	"test-badge-hint": "Test environment: nothing is charged.",
	invalid: "Enter your card details.",
	busy: "Checking the card…",
	errors: {
		incomplete: "Enter your card details.",
		"too-many-attempts": "Too many attempts. Please wait a while and reload the page.",
		"hosted-unavailable": "The card fields could not be loaded. Please check your connection.",
		tampered: "For your safety the card fields were closed. Please reload the page.",
		network: "The payment service could not be reached. Check your connection and try again. Nothing was charged.",
		gateway: "The payment service is busy. Please try again in a moment. Nothing was charged.",
		merchant: "This shop’s payment set-up has a problem. Please contact the shop ({code}).",
		internal: "This could not be completed. Please try again ({code})."
	}
};

// src/locales/ja.ts
/** 日本語: what the shopper reads. `{…}` is filled in by the element. The type of every other locale is taken from this one. */
var ja = {
	/** Words that travel to the hosted document. */
	frame: {
		"form-label": "カード情報",
		"label-number": "カード番号",
		"label-expiry": "有効期限（月／年）",
		"label-cvc": "セキュリティコード",
		"label-name": "カード名義（ローマ字）",
		"placeholder-expiry": "MM/YY",
		"placeholder-name": "TARO YAMADA",
		"hint-cvc": "裏面の3桁の数字",
		"hint-cvc-amex": "表面の4桁の数字",
		"card-ready": "カード {masked} を確認しました。",
		"number-missing": "カード番号を入力してください。",
		"number-incomplete": "カード番号の桁数が足りません。",
		"number-invalid": "カード番号をもう一度ご確認ください。",
		"number-too-long": "カード番号は10〜16桁で入力してください。",
		"expiry-missing": "有効期限を入力してください。",
		"expiry-incomplete": "有効期限は月と年で入力してください（例 08/29）。",
		"expiry-invalid": "有効期限は月2桁・年2桁で入力してください（例 08/29）。",
		"expiry-month": "月は01〜12で入力してください。",
		"expiry-past": "有効期限が切れています。",
		"expiry-far": "有効期限の年をご確認ください。",
		"cvc-missing": "セキュリティコードを入力してください。",
		"cvc-incomplete": "セキュリティコードの桁数が足りません。",
		"cvc-invalid": "セキュリティコードは3桁または4桁の数字です。",
		"name-missing": "カード名義を入力してください。",
		"name-characters": "カードに書かれたとおり、ローマ字で入力してください。",
		"name-too-long": "カード名義は50文字以内で入力してください。",
		"name-is-number": "ここにはカード番号ではなく、お名前を入力してください。"
	},
	"frame-title": "カード情報",
	reload: "もう一度読み込む",
	"test-badge": "テスト",
	"test-badge-hint": "テスト環境です。実際の請求は行われません。",
	/** For the form's own validation. */
	invalid: "カード情報を入力してください。",
	busy: "カードを確認しています…",
	errors: {
		incomplete: "カード情報を入力してください。",
		"too-many-attempts": "試行回数が多すぎます。しばらくしてからページを読み込み直してください。",
		"hosted-unavailable": "カード入力欄を読み込めませんでした。通信状態をご確認ください。",
		tampered: "安全のため、カードの入力を中止しました。ページを読み込み直してください。",
		/** By type, for codes without a sentence of their own. */
		network: "決済サービスに接続できませんでした。通信状態を確認して、もう一度お試しください。請求は行われていません。",
		gateway: "決済サービスが混み合っています。少し待ってもう一度お試しください。請求は行われていません。",
		merchant: "決済の設定に問題があります。お店にお問い合わせください（{code}）。",
		internal: "処理を完了できませんでした。もう一度お試しください（{code}）。"
	}
};

// src/locales/messages.ts
/** Finds the words for a language and the sentence for an error. */
/** Every locale there is, by primary language subtag (BCP 47). */
var LOCALES = {
	ja,
	en
};
/**
* @param language - BCP 47, e.g. `ja-JP`
* @returns the locale of its primary subtag, or English
*/
function messagesFor(language) {
	const subtag = language.toLowerCase().split("-", 1)[0] ?? "";
	return Object.hasOwn(LOCALES, subtag) ? LOCALES[subtag] ?? en : en;
}
/** Puts values in for `{name}`. */
var fill = (text, values) => text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
/**
* The shopper's sentence for an error: of its code, else of its type.
* @param type - who must act, as `errors.ts` has it
*/
function errorText({ errors }, code, type) {
	const texts = errors;
	return fill(texts[code] ?? texts[type] ?? "", { code });
}

// src/locales/localize-controller.ts
/**
* Keeps an element in the language of the place where it stands: the nearest `lang` around it wins (its own first), then the
* browser's language (HTML, "the lang and xml:lang attributes"). Follows changes without polling.
*/
var LocalizeController = class {
	#host;
	#observer;
	#language = "";
	constructor(host) {
		this.#host = host;
		host.addController(this);
	}
	get language() {
		return this.#language;
	}
	get messages() {
		return messagesFor(this.#language);
	}
	hostConnected() {
		this.#observer = new MutationObserver(() => {
			if (this.#read()) this.#host.requestUpdate();
		});
		for (const root of rootsOf(this.#host)) this.#observer.observe(root, {
			attributes: true,
			attributeFilter: ["lang"],
			subtree: true
		});
		this.#read();
	}
	hostDisconnected() {
		this.#observer?.disconnect();
	}
	#read() {
		const before = this.#language;
		this.#language = languageAround(this.#host) || navigator.language;
		return this.#language !== before;
	}
};
/** The node's own tree and, out of each shadow root, the tree around it. */
function rootsOf(element) {
	const root = element.getRootNode();
	return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}
function languageAround(element) {
	const holder = element.closest("[lang]");
	if (holder) return holder.lang;
	const root = element.getRootNode();
	return root instanceof ShadowRoot ? languageAround(root.host) : "";
}

// src/three-ds/challenge.ts
/** GMO's RedirectUrl is an absolute http(s) address with a query of its own; anything else would run as script or go nowhere. */
function challengeAddress(redirectUrl) {
	try {
		const address = new URL(redirectUrl);
		return /^https?:$/.test(address.protocol) ? address : null;
	} catch {
		return null;
	}
}

// src/three-ds/redirect.ts
/** How long a navigation may take to leave this page before it counts as blocked by the browser or by an unload question. */
var LEAVE_DEADLINE$1 = 3e4;
/**
* Sends the browser to the gateway. The promise outlives the page only when the page does: in a page that comes back from the
* back/forward cache it resolves to `cancelled`, in one that was never left to `blocked` or `cancelled`.
*/
function redirect(address, page, options = {}) {
	const { signal, deadline } = options;
	if (signal?.aborted) return Promise.resolve({ status: "cancelled" });
	return new Promise((resolve) => {
		const listeners = new AbortController();
		const end = (outcome) => {
			clearTimeout(timer);
			listeners.abort();
			resolve(outcome);
		};
		const wait = deadline === void 0 ? LEAVE_DEADLINE$1 : Math.min(deadline, LEAVE_DEADLINE$1);
		const timer = setTimeout(end, wait, { status: wait === deadline ? "expired" : "blocked" });
		const cancel = () => {
			end({ status: "cancelled" });
		};
		page.addEventListener("pageshow", cancel, { signal: listeners.signal });
		signal?.addEventListener("abort", cancel, { signal: listeners.signal });
		page.location.assign(address.href);
	});
}

// src/channel/protocol.ts
var FIELDS = /* @__PURE__ */ new Set([
	"number",
	"expiry",
	"cvc",
	"name"
]);
var BRANDS = /* @__PURE__ */ new Set([
	"visa",
	"mastercard",
	"jcb",
	"american-express",
	"diners-club",
	"discover",
	"unionpay",
	"maestro"
]);
/** A closed set of words, as `Reason` has them: no digit fits in, spelled out or not. */
var FIELD_ERROR = /^(?:number|expiry|cvc|name)-(?:missing|incomplete|invalid|too-long|month|past|far|characters|is-number)$/;
var ID = /^[\w-]{1,64}$/;
/** A masked number keeps the last four digits at most, and no other script's digits either. */
var MASKED_NUMBER = /^\P{N}{0,20}\d{0,4}$/u;
var isShape = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var isText = (value, length) => typeof value === "string" && value.length <= length;
var isBoolean = (value) => typeof value === "boolean";
var isNullOr = (value, guard) => value === null || guard(value);
/** Exactly these properties: a guard that looked only at those it knows would let any other pass along. */
var isExactly = (value, guards) => isShape(value) && Object.keys(value).length === Object.keys(guards).length && Object.entries(guards).every(([name, guard]) => Object.hasOwn(value, name) && guard(value[name]));
var isFieldName = (value) => FIELDS.has(value);
var isBrand = (value) => BRANDS.has(value);
/** Number and expiry are needed for any token; each field once. */
var isFieldList = (value) => Array.isArray(value) && value.every(isFieldName) && new Set(value).size === value.length && value.includes("number") && value.includes("expiry");
/** GMO: at most 13 half-width alphanumerics (codes 161, 162). */
var isShopId = (value) => typeof value === "string" && /^[0-9A-Za-z]{1,13}$/.test(value);
/** GMO: 1 to 10 (codes 141, 142). */
var isTokenCount = (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10;
var isAny = () => true;
var isCallId = (value) => typeof value === "string" && ID.test(value);
var FIELD_VERDICT = {
	empty: isBoolean,
	complete: isBoolean,
	error: (error) => error === null || typeof error === "string" && FIELD_ERROR.test(error)
};
var CARD_STATE = {
	complete: isBoolean,
	empty: isBoolean,
	brand: (brand) => isNullOr(brand, isBrand),
	focused: (focused) => isNullOr(focused, isFieldName),
	fields: (fields) => isShape(fields) && Object.entries(fields).every(([name, verdict]) => isFieldName(name) && isExactly(verdict, FIELD_VERDICT))
};
var HOSTED_GUARDS = {
	ready: { type: isAny },
	state: {
		type: isAny,
		state: (state) => isExactly(state, CARD_STATE)
	},
	resize: {
		type: isAny,
		height: (height) => typeof height === "number" && height > 0 && height < 4e3
	},
	submit: { type: isAny },
	token: {
		type: isAny,
		id: isCallId,
		tokens: (tokens) => Array.isArray(tokens) && isTokenCount(tokens.length) && tokens.every((token) => isText(token, 1e3) && token !== ""),
		maskedNumber: (masked) => isText(masked, 24) && MASKED_NUMBER.test(masked),
		expiresAt: (expiresAt) => isText(expiresAt, 40),
		securityCodeSet: isBoolean,
		brand: (brand) => isNullOr(brand, isBrand)
	},
	error: {
		type: isAny,
		id: (id) => id === null || isCallId(id),
		code: isErrorCode
	},
	tamper: { type: isAny }
};
/** Is this one of the messages that the page side believes? */
var isHostedMessage = (value) => isGuarded(value, HOSTED_GUARDS);
/** Own keys only: a type called `constructor` or `__proto__` finds no guard. */
function isGuarded(value, guards) {
	if (!isShape(value) || typeof value["type"] !== "string" || !Object.hasOwn(guards, value["type"])) return false;
	return isExactly(value, guards[value["type"]] ?? {});
}

// src/vault/hosted-address.ts
/**
* Where the hosted document lives when the merchant does not say: `hosted/` beside the script that is running. Taken once, while
* the script is evaluated, because `document.currentScript` is known only then.
*/
var script = typeof document === "undefined" ? null : document.currentScript;
var beside = script instanceof HTMLScriptElement && script.src ? script.src : import.meta.url;
/**
* @param attribute - `hosted-url` as it stands, relative to the page; null for the default
* @returns an http(s) address, or the error `hosted-url-invalid`
*/
function hostedAddress(attribute, page) {
	try {
		const address = attribute === null ? new URL("hosted/index.html", beside) : new URL(attribute, page);
		return /^https?:$/.test(address.protocol) ? address : new ShojiError("hosted-url-invalid");
	} catch {
		return new ShojiError("hosted-url-invalid");
	}
}

// src/vault/vault-settings.ts
/** From what the merchant wrote in HTML to what the vault opens with, or the error that says which attribute is wrong. */
function readSettings({ gateway, environment, shopId, fields, hostedUrl, page, title, height, shown }) {
	if (gateway !== "gmo") return new ShojiError("gateway-unsupported");
	if (environment !== "live" && environment !== "test") return new ShojiError("environment-unknown");
	if (!isShopId(shopId)) return new ShojiError("shop-id-missing");
	if (!isFieldList(fields)) return new ShojiError("fields-unknown");
	const address = hostedAddress(hostedUrl, page);
	if (address instanceof ShojiError) return address;
	const init = Object.freeze({
		__proto__: null,
		gateway,
		environment,
		shopId,
		fields,
		...shown
	});
	return Object.freeze({
		__proto__: null,
		address,
		title,
		height,
		init
	});
}

// src/channel/pristine.ts
/**
* The platform as it was when this file was evaluated. A script that patches a prototype later sees nothing of what the page
* side does with the frame and its port. One that ran earlier is out of reach of any widget; the frame's origin is what
* protects the card then.
*/
var { apply, getOwnPropertyDescriptor } = Reflect;
var method = (original) => (self, ...args) => apply(original, self, args);
var descriptor = (prototype, name) => {
	const found = getOwnPropertyDescriptor(prototype, name);
	if (!found) throw new TypeError(`${name} is missing`);
	return found;
};
var getter = (prototype, name) => {
	const { get } = descriptor(prototype, name);
	return (self) => apply(get, self, []);
};
var setter = (prototype, name) => {
	const { set } = descriptor(prototype, name);
	return (self, value) => {
		apply(set, self, [value]);
	};
};
function capture() {
	const createElement = method(Document.prototype.createElement);
	const page = document;
	const Channel = MessageChannel;
	return {
		attachShadow: method(Element.prototype.attachShadow),
		attachInternals: method(HTMLElement.prototype.attachInternals),
		createFrame: () => createElement(page, "iframe"),
		setAttribute: method(Element.prototype.setAttribute),
		append: method(Node.prototype.appendChild),
		remove: method(Element.prototype.remove),
		listen: method(EventTarget.prototype.addEventListener),
		setSheets: setter(ShadowRoot.prototype, "adoptedStyleSheets"),
		contentWindow: getter(HTMLIFrameElement.prototype, "contentWindow"),
		postToWindow: method(window.postMessage),
		createChannel: () => new Channel(),
		port1: getter(MessageChannel.prototype, "port1"),
		port2: getter(MessageChannel.prototype, "port2"),
		postToPort: method(MessagePort.prototype.postMessage),
		closePort: method(MessagePort.prototype.close),
		setOnMessage: setter(MessagePort.prototype, "onmessage"),
		data: getter(MessageEvent.prototype, "data")
	};
}
/** Absent outside a browser: importing the package in Node touches no DOM. */
var pristine = typeof document === "undefined" ? void 0 : Object.freeze(capture());

// src/channel/page-end.ts
/** The page's end of the channel: speaks first, once, to one origin; afterwards believes only guarded messages on its port. */
var PageEnd = class {
	#port;
	/**
	* Hands `init` and the other end of a fresh port to the hosted document.
	* @param origin - the fields origin; a document of any other origin in that frame never sees the message
	* @param receive - gets every well-formed message; what is not in the protocol is dropped
	*/
	constructor(frame, origin, init, receive) {
		const channel = pristine.createChannel();
		this.#port = pristine.port1(channel);
		pristine.setOnMessage(this.#port, (event) => {
			const message = pristine.data(event);
			if (isHostedMessage(message)) receive(message);
		});
		pristine.postToWindow(frame, init, origin, [pristine.port2(channel)]);
	}
	send(message) {
		pristine.postToPort(this.#port, message);
	}
	close() {
		pristine.closePort(this.#port);
	}
};

// src/vault/vault.ts
/** From the first byte asked for to the `load` event: a slow phone line still gets there. */
var LOAD_DEADLINE = 2e4;
/** From `load` to `ready`: the document is complete and its script has run by then, so an answer is a matter of milliseconds. */
var READY_DEADLINE = 3e3;
var SHEET = `
  :host { display: block }
  :host([hidden]) { display: none }
  iframe { display: block; inline-size: 100%; border: 0; color-scheme: inherit }
`;
/** In Node there is nothing to extend; the class is never constructed there. */
var PlainElement = typeof HTMLElement === "undefined" ? class {} : HTMLElement;
/**
* The plain element that holds the one frame and its port, and gives out neither. Lit exposes its own shadow root, so Lit must
* not hold them: this class has no library, private fields only, and makes its root and internals in the constructor, before
* anybody else can.
*
* It reports through a function, not through events: an event could be forged by any script of the page.
*/
var Vault = class extends PlainElement {
	#root;
	#frame;
	#end;
	#timer;
	constructor() {
		super();
		pristine.attachInternals(this);
		this.#root = pristine.attachShadow(this, {
			mode: "closed",
			delegatesFocus: true
		});
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(SHEET);
		pristine.setSheets(this.#root, [sheet]);
	}
	/** Loads the hosted document; a document that is open already is closed first. */
	open({ address, title, height, init }, report) {
		this.close();
		const frame = pristine.createFrame();
		this.#frame = frame;
		const { origin, href } = address;
		const lose = (code) => {
			this.close();
			report({
				type: "lost",
				code
			});
		};
		const within = (deadline) => {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(lose, deadline, "hosted-unavailable");
		};
		const attributes = [
			["title", title],
			["sandbox", "allow-scripts allow-same-origin allow-forms"],
			["allow", "autofill 'src'; camera 'none'; microphone 'none'; geolocation 'none'; clipboard-read 'none'"],
			["referrerpolicy", "strict-origin"],
			["loading", "eager"],
			["src", href]
		];
		for (const [name, value] of attributes) pristine.setAttribute(frame, name, value);
		frame.style.height = `${String(height)}px`;
		let loaded = false;
		pristine.listen(frame, "load", () => {
			if (frame !== this.#frame) return;
			if (loaded) {
				lose("tampered");
				return;
			}
			loaded = true;
			const content = pristine.contentWindow(frame);
			if (!content) return;
			within(READY_DEADLINE);
			this.#end = new PageEnd(content, origin, {
				type: "init",
				version: 1,
				...init
			}, (message) => {
				if (message.type === "ready") clearTimeout(this.#timer);
				if (message.type === "resize") frame.style.height = `${String(message.height)}px`;
				else if (message.type === "tamper") lose("tampered");
				else if (message.type === "error" && message.id === null) lose(message.code);
				else report(message);
			});
		});
		within(LOAD_DEADLINE);
		pristine.append(this.#root, frame);
	}
	/** Passes a message on; without an open document it goes nowhere. */
	send(message) {
		this.#end?.send(message);
	}
	/** Moves the keyboard into the frame; the document itself finds the field. */
	focusFrame() {
		this.#frame?.focus();
	}
	rename(title) {
		if (this.#frame) pristine.setAttribute(this.#frame, "title", title);
	}
	/** Takes the frame away, and everything typed in it. */
	close() {
		clearTimeout(this.#timer);
		this.#end?.close();
		if (this.#frame) pristine.remove(this.#frame);
		this.#frame = this.#end = void 0;
	}
};

// src/payment/payment-state.ts
var NO_CARD = {
	complete: false,
	empty: true,
	brand: null,
	focused: null,
	fields: {}
};
var INITIAL_STATE = {
	phase: "loading",
	card: NO_CARD,
	token: null,
	outcome: null,
	error: null
};

// src/payment/payment-machine.ts
var announce = (what) => ({
	type: "announce",
	what
});
var step = (state, ...effects) => ({
	state,
	effects
});
var opened = () => step(INITIAL_STATE);
var lost = (state, { code }) => step({
	...state,
	phase: "failed",
	card: NO_CARD,
	token: null,
	error: code
}, announce("error"));
var cleared = (state) => step({
	...state,
	phase: "editing",
	token: null,
	outcome: null,
	error: null
}, { type: "clear-card" });
/** Typing mends what was wrong, and a token belongs to the card that was there when it was issued. */
var edited = (state, { card }) => step({
	...state,
	phase: "editing",
	card,
	error: null,
	token: null,
	outcome: null
}, announce("change"));
/** The frame empties itself after a token was issued: that is no edit. Anything typed afterwards is. */
var afterToken = (state, event) => event.card.empty ? step({
	...state,
	card: event.card
}, announce("change")) : edited(state, event);
var challengeAsked = (state, { redirectUrl }) => step({
	...state,
	phase: "challenging",
	outcome: null
}, announce("challenge-open"), {
	type: "start-challenge",
	redirectUrl
});
var usable = {
	opened,
	lost,
	cleared,
	"challenge-asked": challengeAsked
};
var TABLE = {
	loading: {
		opened,
		lost,
		ready: (state) => step({
			...state,
			phase: "editing"
		}, announce("ready")),
		"challenge-asked": challengeAsked
	},
	editing: {
		...usable,
		"card-changed": edited,
		"tokenize-asked": (state) => step({
			...state,
			phase: "tokenizing",
			error: null,
			token: null
		}, { type: "request-token" })
	},
	tokenizing: {
		opened,
		lost,
		cleared,
		"card-changed": (state, { card }) => step({
			...state,
			card
		}, announce("change")),
		"token-issued": (state, { token }) => step({
			...state,
			phase: "awaiting-merchant",
			token
		}, announce("token")),
		"token-refused": (state, { code }) => step({
			...state,
			phase: "editing",
			error: code
		}, announce("error"))
	},
	"awaiting-merchant": {
		...usable,
		"card-changed": afterToken,
		"tokenize-asked": (state) => step({
			...state,
			phase: "tokenizing",
			error: null,
			token: null
		}, { type: "request-token" })
	},
	challenging: {
		opened,
		"card-changed": (state, { card }) => step({
			...state,
			card
		}),
		"challenge-ended": (state, { outcome }) => step({
			...state,
			phase: "settled",
			outcome,
			token: null
		}, announce("challenge-close"), announce("outcome"))
	},
	settled: {
		...usable,
		"card-changed": afterToken
	},
	failed: {
		opened,
		"challenge-asked": challengeAsked
	}
};
/** Every phase, in the order of a payment. */
var PHASES = Object.keys(TABLE);
/** @returns the next state and what is to be done; the same state and nothing for an event that the phase ignores */
function advance(state, event) {
	const handler = TABLE[state.phase][event.type];
	return handler ? handler(state, event) : step(state);
}

// src/payment/payment-controller.ts
/** The frame has deadlines of its own; this one is for a frame that died. */
var TOKEN_DEADLINE = 9e4;
/**
* The payment of one host, and the element that holds its frame. The host alone gets that element: Lit publishes its
* controllers, and from the vault a script would find the closed root that it stands in.
*/
function createPayment(host) {
	const vault = new Vault();
	return {
		payment: new PaymentController(host, vault),
		vault
	};
}
/** Owns the state of one payment and performs the machine's effects: the only place that does. */
var PaymentController = class {
	#host;
	#vault;
	#state = INITIAL_STATE;
	#tokenWaiting;
	#challengeWaiting;
	#challengeOptions = {};
	#tokenCount = 1;
	constructor(host, vault) {
		this.#host = host;
		this.#vault = vault;
		host.addController(this);
	}
	get state() {
		return this.#state;
	}
	hostDisconnected() {
		this.#settleToken(new ShojiError("aborted"));
		this.#vault.close();
	}
	/** Loads the hosted document with these settings; what was typed before is gone. */
	open(raw) {
		this.#settleToken(new ShojiError("aborted"));
		this.#dispatch({ type: "opened" });
		const settings = readSettings(raw);
		if (settings instanceof ShojiError) {
			this.#vault.close();
			this.#dispatch({
				type: "lost",
				code: settings.code
			});
			return;
		}
		this.#vault.open(settings, (report) => {
			this.#handleReport(report);
		});
	}
	send(message) {
		this.#vault.send(message);
	}
	/** Moves the keyboard into the frame. */
	focusFrame() {
		this.#vault.focusFrame();
	}
	/** The frame's accessible name, in another language. */
	rename(title) {
		this.#vault.rename(title);
	}
	/**
	* @param count - how many tokens
	* @throws {@link ShojiError} `not-ready`, `busy`, `aborted`, or why no token was issued
	*/
	tokenize(count) {
		if (this.#tokenWaiting) return Promise.reject(new ShojiError("busy"));
		this.#tokenCount = count;
		return new Promise((resolve, reject) => {
			const id = crypto.randomUUID();
			const timer = setTimeout(() => {
				this.#handleReport({
					type: "error",
					id,
					code: "gateway-timeout"
				});
			}, TOKEN_DEADLINE);
			this.#tokenWaiting = {
				id,
				timer,
				resolve,
				reject
			};
			this.#dispatch({ type: "tokenize-asked" });
			if (this.#state.phase !== "tokenizing") this.#settleToken(new ShojiError("not-ready"));
		});
	}
	/** @throws {@link ShojiError} `redirect-url-invalid`, or `busy` while another challenge or a tokenisation is under way */
	authenticate(redirectUrl, options) {
		if (!challengeAddress(redirectUrl)) return Promise.reject(new ShojiError("redirect-url-invalid"));
		return new Promise((resolve, reject) => {
			const before = this.#state;
			this.#challengeOptions = options;
			this.#challengeWaiting ??= resolve;
			this.#dispatch({
				type: "challenge-asked",
				redirectUrl
			});
			if (this.#state !== before) return;
			if (this.#challengeWaiting === resolve) this.#challengeWaiting = void 0;
			reject(new ShojiError("busy"));
		});
	}
	/** Empties the fields and forgets the token. */
	clear() {
		this.#settleToken(new ShojiError("aborted"));
		this.#dispatch({ type: "cleared" });
	}
	#dispatch(event) {
		const { state, effects } = advance(this.#state, event);
		if (state === this.#state) return;
		this.#state = state;
		this.#host.requestUpdate();
		for (const effect of effects) this.#perform(effect);
	}
	#perform(effect) {
		switch (effect.type) {
			case "request-token":
				if (this.#tokenWaiting) this.send({
					type: "tokenize",
					id: this.#tokenWaiting.id,
					count: this.#tokenCount
				});
				break;
			case "clear-card":
				this.send({ type: "clear" });
				break;
			case "start-challenge":
				this.#challenge(effect.redirectUrl);
				break;
			case "announce": this.#host.announce(effect.what, this.#state);
		}
	}
	async #challenge(redirectUrl) {
		const address = challengeAddress(redirectUrl);
		const outcome = address ? await redirect(address, window, this.#challengeOptions) : { status: "blocked" };
		this.#dispatch({
			type: "challenge-ended",
			outcome
		});
		this.#challengeWaiting?.(outcome);
		this.#challengeWaiting = void 0;
	}
	#handleReport(report) {
		switch (report.type) {
			case "ready":
				this.#dispatch({ type: "ready" });
				break;
			case "lost":
				this.#dispatch({
					type: "lost",
					code: report.code
				});
				this.#settleToken(new ShojiError(report.code));
				break;
			case "state":
				this.#dispatch({
					type: "card-changed",
					card: report.state
				});
				break;
			case "submit":
				this.#host.submitAsked();
				break;
			case "token":
				if (report.id === this.#tokenWaiting?.id) {
					const token = toCardToken(report);
					this.#dispatch({
						type: "token-issued",
						token
					});
					this.#settleToken(token);
				}
				break;
			case "error": if (report.id !== null && report.id === this.#tokenWaiting?.id) {
				this.#dispatch({
					type: "token-refused",
					code: report.code
				});
				this.#settleToken(new ShojiError(report.code));
			}
		}
	}
	#settleToken(result) {
		const waiting = this.#tokenWaiting;
		if (!waiting) return;
		this.#tokenWaiting = void 0;
		clearTimeout(waiting.timer);
		if (result instanceof ShojiError) waiting.reject(result);
		else waiting.resolve(result);
	}
};
var toCardToken = ({ tokens, maskedNumber, brand, expiresAt, securityCodeSet }) => Object.freeze({
	token: tokens[0] ?? "",
	tokens: Object.freeze([...tokens]),
	maskedNumber,
	brand,
	expiresAt,
	securityCodeSet
});

// src/theme/mirrored-parts.ts
/**
* What of the page's computed style may cross into the frame. The page sends values, never CSS text; the frame filters them once
* more and applies each with setProperty, so that no value can open a rule or ask for an address.
*/
/** Inherited properties of the host element that the frame takes over. */
var HOST_PROPERTIES = [
	"color",
	"color-scheme",
	"font-family",
	"accent-color"
];
/** Characters of colours, keywords and family lists. No parenthesised function but colours; no backslash, colon, brace or semicolon. */
var SAFE_VALUE = /^[\p{L}\p{N} ,.#%/'"_()-]{1,300}$/u;
var FUNCTION = /([\w-]*)\(/g;
var COLOURS = /* @__PURE__ */ new Set([
	"rgb",
	"rgba",
	"hsl",
	"hsla",
	"hwb",
	"lab",
	"lch",
	"oklab",
	"oklch",
	"color",
	"light-dark"
]);
/** May this value cross? */
function isSafeValue(value) {
	return SAFE_VALUE.test(value) && [...value.matchAll(FUNCTION)].every(([, name]) => COLOURS.has(name?.toLowerCase() ?? ""));
}
/** The values of an element that differ from nothing and may cross. */
function hostStyle(computed) {
	const style = {};
	for (const property of HOST_PROPERTIES) {
		const value = computed.getPropertyValue(property);
		if (isSafeValue(value)) style[property] = value;
	}
	return style;
}

// src/theme/tokens.ts
/** CSS pixels. A field is its label, its input and one line for a hint or an error, which is there even when it is empty. */
var MEASURES = {
	label: 20,
	labelGap: 6,
	input: 48,
	messageGap: 4,
	message: 20,
	rowGap: 8,
	columnGap: 16,
	ring: 4
};
/** One or two fields side by side: expiry and CVC share a row wherever they are neighbours. */
function rowsOf(fields) {
	const rows = [];
	for (const field of fields) {
		const row = rows.at(-1);
		const neighbour = row?.length === 1 ? row[0] : void 0;
		if (field === "cvc" && neighbour === "expiry" || field === "expiry" && neighbour === "cvc") row?.push(field);
		else rows.push([field]);
	}
	return rows;
}
/** Height of the form with no message longer than a line, CSS pixels. `ring` keeps room for the focus ring at the frame's edge. */
function formHeight(fields) {
	const { label, labelGap, input, messageGap, message, rowGap, ring } = MEASURES;
	const rows = rowsOf(fields).length;
	return rows * (label + labelGap + input + messageGap + message) + (rows - 1) * rowGap + 2 * ring;
}

// src/elements/card-view.ts
var CardView = class {
	#frame = make("div", { class: "frame" });
	#cover = make("div", { class: "cover" }, make("slot"));
	#badge = make("span", {
		class: "badge",
		part: "badge"
	});
	/** Both regions are there from the start: a region that comes with its text is not announced. */
	#status = make("p", { role: "status" });
	#error = make("p", {
		role: "alert",
		class: "error",
		part: "error"
	});
	#reload = make("button", { type: "button" });
	#fallback = make("slot", { name: "fallback" });
	constructor(root, vault, reload) {
		this.#frame.append(vault);
		this.#reload.addEventListener("click", reload);
		root.append(this.#frame, this.#cover, this.#badge, this.#status, this.#error, this.#reload, this.#fallback);
	}
	show({ isLoading, isBusy, hasFailed, badge, badgeHint, status, error, reload }) {
		this.#frame.ariaBusy = String(isBusy);
		this.#frame.hidden = hasFailed;
		this.#cover.hidden = !isLoading;
		this.#fallback.hidden = !hasFailed;
		this.#badge.title = badgeHint;
		write(this.#badge, badge);
		write(this.#status, status);
		write(this.#error, error);
		write(this.#reload, reload);
	}
};
function make(name, attributes = {}, ...children) {
	const element = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
	element.append(...children);
	return element;
}
/** An element without text takes no room (see the style sheet); one whose text did not change is not announced again. */
function write(element, text) {
	if (element.textContent !== text) element.textContent = text;
}

// src/elements/events.ts
var init = {
	bubbles: true,
	composed: true
};
/** The card fields can be typed into. */
var ShojiReadyEvent = class extends Event {
	constructor() {
		super("shoji-ready", init);
	}
};
/** What is known of the card changed. */
var ShojiChangeEvent = class extends Event {
	complete;
	empty;
	brand;
	/** Per field: is it empty, is it complete, which error does it show. */
	fields;
	constructor({ complete, empty, brand, fields }) {
		super("shoji-change", init);
		this.complete = complete;
		this.empty = empty;
		this.brand = brand;
		this.fields = fields;
	}
};
/** The gateway issued tokens for the card. */
var ShojiTokenEvent = class extends Event {
	token;
	tokens;
	maskedNumber;
	brand;
	expiresAt;
	securityCodeSet;
	constructor({ token, tokens, maskedNumber, brand, expiresAt, securityCodeSet }) {
		super("shoji-token", init);
		this.token = token;
		this.tokens = tokens;
		this.maskedNumber = maskedNumber;
		this.brand = brand;
		this.expiresAt = expiresAt;
		this.securityCodeSet = securityCodeSet;
	}
};
/** Something went wrong; `error.type` says who must act. The element shows the shopper a sentence of its own. */
var ShojiErrorEvent = class extends Event {
	error;
	constructor({ type, code, message }) {
		super("shoji-error", init);
		this.error = {
			type,
			code,
			message
		};
	}
};
/** The challenge of the card issuer begins or ends. */
var ShojiChallengeEvent = class extends Event {
	open;
	constructor(open) {
		super("shoji-challenge", init);
		this.open = open;
	}
};
/** The browser's part of the challenge is over. Ask your server, which asks the gateway, for the result. */
var ShojiOutcomeEvent = class extends Event {
	status;
	constructor({ status }) {
		super("shoji-outcome", init);
		this.status = status;
	}
};

// src/elements/form-gate.ts
/** After this long without leaving the page, a submission counts as one that came to nothing (HTML has no event for it). */
var LEAVE_DEADLINE = 15e3;
/**
* Holds a form's submission until there is a token, then submits it once, with the button that was pressed. It listens on the
* form in the capture phase, so that the shop's own submit handlers run once only, with the token in the form data; what they
* decide then counts.
*/
var FormGate = class {
	#host;
	#form;
	#listeners;
	#stage = "open";
	#timer;
	constructor(host) {
		this.#host = host;
		host.addController(this);
	}
	hostDisconnected() {
		this.attach(null);
	}
	attach(form) {
		this.#listeners?.abort();
		this.open();
		this.#form = form ?? void 0;
		if (!form) return;
		this.#listeners = new AbortController();
		const { signal } = this.#listeners;
		form.addEventListener("submit", this.#handleSubmit, {
			capture: true,
			signal
		});
	}
	/** Lets the next submission in again. */
	open() {
		clearTimeout(this.#timer);
		this.#stage = "open";
	}
	/** What Enter in a text field does: presses the form's default button (HTML, implicit submission). */
	submitImplicitly() {
		const form = this.#form;
		if (!form || this.#stage !== "open") return;
		const button = [...form.elements].find(isSubmitButton);
		if (!button) form.requestSubmit();
		else if (!button.matches(":disabled")) button.click();
	}
	#handleSubmit = (event) => {
		if (!this.#host.gatesForm) return;
		if (this.#stage === "open" && this.#host.holdsToken) {
			this.#stage = "leaving";
			setTimeout(() => {
				this.#afterSubmit(event);
			});
			return;
		}
		event.preventDefault();
		event.stopImmediatePropagation();
		if (this.#stage === "open") this.#submitWithToken(event.submitter);
	};
	async #submitWithToken(submitter) {
		const form = this.#form;
		this.#stage = "tokenizing";
		const obtained = await this.#host.obtainToken();
		if (this.#stage !== "tokenizing" || form !== this.#form) return;
		this.#stage = "open";
		if (!obtained || !form) return;
		form.requestSubmit(isStillIn(form, submitter) ? submitter : null);
	}
	/** A page that handles the submission itself keeps its form open; one that is about to leave takes no second press. */
	#afterSubmit(event) {
		if (event.defaultPrevented) this.open();
		else this.#timer = setTimeout(this.open.bind(this), LEAVE_DEADLINE);
	}
};
var isStillIn = (form, submitter) => submitter !== null && "form" in submitter && submitter.form === form;
var isSubmitButton = (element) => element instanceof HTMLButtonElement && element.type === "submit" || element instanceof HTMLInputElement && (element.type === "submit" || element.type === "image");

// src/elements/shoji-card.styles.ts
var shojiCardStyles = css`:host{display:block;position:relative}[hidden][hidden],:host([hidden]),:is(.badge,.error,p,button):empty{display:none}.frame{margin:-4px}.badge,.cover{position:absolute;inset-block-start:0;inset-inline-end:0}.badge{color:#4a3500;background:#ffe08a;border-radius:4px;padding:0 8px;font:700 11px/20px system-ui,sans-serif}.cover{text-align:center;pointer-events:none;padding:28px 0;inset-inline-start:0}p{margin:8px 0 0;font-size:14px;line-height:1.5}.error{color:light-dark(#b3261e,#ffb4ab);border:1px solid;border-radius:8px;padding:10px 12px;font-weight:600}slot[name=fallback]{margin-top:8px;display:block}button{min-height:44px;color:inherit;font:inherit;cursor:pointer;background:0 0;border:1px solid;border-radius:8px;margin-top:8px;padding:0 16px}@media (forced-colors:active){.badge{border:1px solid}}`;

// src/elements/shoji-card.ts
/** Which change of which property asks for a new hosted document. */
var OPENING_PROPERTIES = [
	"gateway",
	"environment",
	"shopId",
	"fields"
];
/** Codes that the hosted document shows at their field, and one that needs no sentence. */
var SILENT = /^(?:number|expiry|cvc|name)-|^aborted$/;
/**
* Card fields for a shop's checkout. The card is typed into a frame of another origin and turned into a one-time token there; the
* page gets the token and never a digit of the card. In a form it is a control like any other: it takes part in validation, and on
* submit it obtains a token, puts it into the form data under its `name` and submits the form once.
*
* It does not charge the card: the shop's server does, with the token.
*
* ```html
* <form action="/pay" method="post">
*   <shoji-card name="token" shop-id="tshop00000001" environment="test"></shoji-card>
*   <button>Pay</button>
* </form>
* ```
*
* @summary Card payment fields in an isolated frame, as a form control.
*
* @attr name - form-control name of the token; without one the form is not held back
* @attr gateway - `gmo` (GMO PG Multi-Payment, token.js)
* @attr environment - `live` or `test`: which of the gateway's hosts; anything but live shows a badge
* @attr shop-id - GMO shop ID, 1 to 13 alphanumerics
* @attr hosted-url - address of the hosted document, on an origin of its own; read once, at first connect
* @attr fields - which of `number expiry cvc name`, in which order
* @attr token-count - how many tokens to issue, 1 to 10 (GMO codes 141, 142)
* @attr challenge - `redirect`: how 3-D Secure is presented
* @attr lang - BCP 47; else the nearest `lang` around the element, else the browser's language
* @attr disabled - as any form control
*
* @slot - shown until the fields are ready
* @slot fallback - shown when the fields cannot be loaded, e.g. a link to another way of paying
*
* @fires {ShojiReadyEvent} shoji-ready - the fields can be typed into
* @fires {ShojiChangeEvent} shoji-change - what is known of the card changed
* @fires {ShojiTokenEvent} shoji-token - the gateway issued tokens
* @fires {ShojiErrorEvent} shoji-error - something went wrong; see `ErrorCode`
* @fires {ShojiChallengeEvent} shoji-challenge - the challenge opens or closes
* @fires {ShojiOutcomeEvent} shoji-outcome - the browser's part of the challenge is over
*
* @csspart badge - the mark of the test environment
* @csspart error - what went wrong with the whole form
*
* @cssstate ready - the fields can be typed into
* @cssstate complete - the card is complete, or its token is held
* @cssstate invalid - a field shows an error
* @cssstate busy - a token is being obtained
* @cssstate challenge - the challenge is under way
*/
var ShojiCard = class extends ReactiveElement {
	static formAssociated = true;
	static properties = {
		name: { reflect: true },
		gateway: {},
		environment: {},
		shopId: { attribute: "shop-id" },
		fields: {},
		tokenCount: {
			type: Number,
			attribute: "token-count"
		},
		challenge: {},
		disabled: {
			type: Boolean,
			reflect: true
		}
	};
	#internals;
	#vault;
	#payment;
	#localize;
	#gate;
	#view;
	#hostedUrl;
	#isDisabled = false;
	#listeners = new AbortController();
	constructor() {
		super();
		this.#internals = this.attachInternals();
		const root = this.attachShadow({
			mode: "closed",
			delegatesFocus: true
		});
		adoptStyles(root, [shojiCardStyles]);
		this.name = null;
		this.gateway = "gmo";
		this.environment = "live";
		this.shopId = "";
		this.fields = "number expiry cvc name";
		this.tokenCount = 1;
		this.challenge = "redirect";
		this.disabled = false;
		this.#localize = new LocalizeController(this);
		const { payment, vault } = createPayment(this);
		this.#payment = payment;
		this.#vault = vault;
		this.#gate = new FormGate(this);
		this.#view = new CardView(root, this.#vault, this.#open);
		this.addEventListener("invalid", this.#handleInvalid);
		this.addEventListener("click", this.#handleClick);
	}
	/** Every field is filled in and right, or a token is held. */
	get complete() {
		return this.#payment.state.card.complete || this.#payment.state.token !== null;
	}
	/** Nothing is typed and no token is held. */
	get empty() {
		return this.#payment.state.card.empty && this.#payment.state.token === null;
	}
	get brand() {
		return this.#payment.state.token?.brand ?? this.#payment.state.card.brand;
	}
	get state() {
		return this.#payment.state.phase;
	}
	/** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-form */
	get form() {
		return this.#internals.form;
	}
	get validity() {
		return this.#internals.validity;
	}
	get validationMessage() {
		return this.#internals.validationMessage;
	}
	get willValidate() {
		return this.#internals.willValidate;
	}
	/** @internal The gate asks. */
	get gatesForm() {
		return Boolean(this.name) && !this.#isDisabled;
	}
	/** @internal The gate asks. */
	get holdsToken() {
		return this.#payment.state.token !== null;
	}
	connectedCallback() {
		super.connectedCallback();
		if (this.#hostedUrl === void 0) this.#hostedUrl = this.getAttribute("hosted-url");
		this.#gate.attach(this.form);
		this.#listeners = new AbortController();
		const { signal } = this.#listeners;
		window.addEventListener("pageshow", this.#handlePageShow, { signal });
		matchMedia("(prefers-color-scheme: dark)").addEventListener("change", this.#sendStyle, { signal });
		if (this.hasUpdated) this.#open();
	}
	disconnectedCallback() {
		super.disconnectedCallback();
		this.#listeners.abort();
	}
	/**
	* Turns the card into one-time tokens, without a form. Fires `shoji-token`.
	* @throws {@link ShojiError} why there is no token; `shoji-error` is fired as well when the gateway or the line is why
	*/
	tokenize() {
		const { tokenCount } = this;
		if (!Number.isInteger(tokenCount) || tokenCount < 1 || tokenCount > 10) return Promise.reject(new ShojiError("token-count-invalid"));
		return this.#payment.tokenize(tokenCount);
	}
	/**
	* Takes the shopper to the card issuer. Never says whether the shopper was authenticated: only your server can find that out.
	* @param redirectUrl - RedirectUrl of ExecTran, whole
	* @throws {@link ShojiError} `redirect-url-invalid` or `busy`
	*/
	authenticate(redirectUrl, options = {}) {
		return this.#payment.authenticate(redirectUrl, options);
	}
	/** Empties the fields and forgets the token. Call it when your server refused the token. */
	clear() {
		this.#gate.open();
		this.#payment.clear();
	}
	/** Focuses the first field. */
	focus(_options) {
		this.#focusFrame("first");
	}
	checkValidity() {
		return this.#internals.checkValidity();
	}
	reportValidity() {
		return this.#internals.reportValidity();
	}
	/** @internal */
	async obtainToken() {
		if (!this.#payment.state.card.complete) {
			this.#focusFrame("wrong");
			return false;
		}
		try {
			await this.tokenize();
			await this.updateComplete;
			return true;
		} catch (error) {
			if (!(error instanceof ShojiError)) throw error;
			return false;
		}
	}
	/** @internal */
	submitAsked() {
		this.#gate.submitImplicitly();
	}
	/** @internal */
	announce(what, state) {
		this.#reflect();
		if (what === "ready") this.#payment.send({
			type: "disabled",
			disabled: this.#isDisabled
		});
		const event = eventFor(what, state);
		if (event) this.dispatchEvent(event);
	}
	willUpdate() {
		this.#reflect();
	}
	/** Lit publishes what it renders into. It gets the host itself, so that the root stays ours. */
	createRenderRoot() {
		return this;
	}
	update(changed) {
		super.update(changed);
		const { phase, error } = this.#payment.state;
		const { messages } = this.#localize;
		const isTest = this.environment !== "live";
		this.#view.show({
			isLoading: phase === "loading",
			isBusy: phase === "tokenizing",
			hasFailed: phase === "failed",
			badge: isTest ? messages["test-badge"] : "",
			badgeHint: messages["test-badge-hint"],
			status: phase === "tokenizing" ? messages.busy : "",
			error: this.#errorText(),
			reload: phase === "failed" && error === "hosted-unavailable" ? messages.reload : ""
		});
	}
	updated(changed) {
		if (OPENING_PROPERTIES.some((name) => changed.has(name))) this.#open();
		else this.#sendLabels();
	}
	#errorText() {
		const { error } = this.#payment.state;
		if (error === null || SILENT.test(error)) return "";
		return errorText(this.#localize.messages, error, errorTypeOf(error));
	}
	get #fieldNames() {
		return this.fields.trim().split(/\s+/);
	}
	#open = () => {
		const { messages, language } = this.#localize;
		this.#sent = language;
		this.#gate.open();
		this.#payment.open({
			gateway: this.gateway,
			environment: this.environment,
			shopId: this.shopId,
			fields: this.#fieldNames,
			hostedUrl: this.#hostedUrl ?? null,
			page: document.baseURI,
			title: messages["frame-title"],
			height: formHeight(this.#fieldNames),
			shown: {
				language,
				words: messages.frame,
				style: hostStyle(getComputedStyle(this)),
				disabled: this.#isDisabled
			}
		});
	};
	#sent = "";
	#sendLabels() {
		const { messages, language } = this.#localize;
		if (this.state === "loading" || this.#sent === language) return;
		this.#sent = language;
		this.#payment.rename(messages["frame-title"]);
		this.#payment.send({
			type: "labels",
			language,
			words: messages.frame
		});
	}
	#sendStyle = () => {
		this.#payment.send({
			type: "style",
			style: hostStyle(getComputedStyle(this))
		});
	};
	#focusFrame(target) {
		this.#payment.focusFrame();
		this.#payment.send({
			type: "focus",
			target
		});
	}
	/** Form value, validity and custom states follow the state of the payment. */
	#reflect() {
		const { phase, token, card, error } = this.#payment.state;
		const { states } = this.#internals;
		const reflected = {
			ready: phase !== "loading" && phase !== "failed",
			complete: this.complete,
			invalid: Object.values(card.fields).some((field) => field.error !== null) || error !== null,
			busy: phase === "tokenizing",
			challenge: phase === "challenging"
		};
		for (const [name, holds] of Object.entries(reflected)) if (holds) states.add(name);
		else states.delete(name);
		this.#internals.setFormValue(token && this.name ? toFormValue(this.name, token.tokens) : null);
		const message = this.#localize.messages.invalid;
		if (this.complete) this.#internals.setValidity({});
		else this.#internals.setValidity(this.empty ? { valueMissing: true } : { badInput: true }, message, this.#vault);
	}
	/** The browser's own bubble cannot point into the frame: the frame shows the errors at their fields instead. */
	#handleInvalid = (event) => {
		event.preventDefault();
		if (this.#payment.state.phase === "loading" || this.#payment.state.phase === "failed") return;
		const invalid = this.form?.querySelector(":invalid:not(fieldset)");
		if (!this.form || invalid === this) this.#focusFrame("wrong");
		else this.#payment.send({
			type: "focus",
			target: "wrong"
		});
	};
	/** A click on the element's label arrives here as a click on the element. */
	#handleClick = (event) => {
		if (event.composedPath()[0] === this) this.focus();
	};
	/** The frame emptied itself when the page was left. */
	#handlePageShow = (event) => {
		if (event.persisted) this.clear();
	};
	formAssociatedCallback(form) {
		this.#gate.attach(form);
	}
	formDisabledCallback(disabled) {
		this.#isDisabled = disabled;
		this.#payment.send({
			type: "disabled",
			disabled
		});
	}
	formResetCallback() {
		this.clear();
	}
};
/** One entry per token, all under the element's name. */
function toFormValue(name, tokens) {
	const data = new FormData();
	for (const token of tokens) data.append(name, token);
	return data;
}
function eventFor(what, state) {
	switch (what) {
		case "ready": return new ShojiReadyEvent();
		case "change": return new ShojiChangeEvent(state.card);
		case "token": return state.token && new ShojiTokenEvent(state.token);
		case "error": return state.error && new ShojiErrorEvent(new ShojiError(state.error));
		case "challenge-open": return new ShojiChallengeEvent(true);
		case "challenge-close": return new ShojiChallengeEvent(false);
		case "outcome": return state.outcome && new ShojiOutcomeEvent(state.outcome);
	}
}

export { ShojiOutcomeEvent as a, Vault as c, ShojiErrorEvent as i, ShojiError as l, ShojiChallengeEvent as n, ShojiReadyEvent as o, ShojiChangeEvent as r, ShojiTokenEvent as s, ShojiCard as t };
//# sourceMappingURL=elements.js.map