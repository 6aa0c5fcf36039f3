import { ReactiveElement } from "lit";

// src/doctor/import-doctor.ts
/** The npm package's way to the doctor: a file of its own. The script tag has another (`import-doctor-beside.ts`). */
var importDoctor = () => import("./doctor.js");

// src/errors.ts
/** `gmo-NNN` are GMO's own result codes that mean "this call is wrong", not "this card is wrong"; the README says what each means. */
var CODES = {
	customer: "incomplete consent-missing too-many-attempts number-missing number-invalid expiry-missing expiry-invalid expiry-month cvc-invalid name-characters name-too-long",
	merchant: "shop-id-invalid api-key-invalid public-key-invalid environment-unknown gateway-unsupported provider-unsupported fields-by-unsupported challenge-unsupported fields-unknown brands-unknown token-count-invalid hosted-url-invalid hosted-readable redirect-url-invalid gmo-141 gmo-142 gmo-150 gmo-160 gmo-161 gmo-162 gmo-170 gmo-180 gmo-190 gmo-191 gmo-200 gmo-201 gmo-501 gmo-502 gmo-511 gmo-512 gmo-521 gmo-522 gmo-531 gmo-541 gmo-551 gmo-552 gmo-553 gmo-701",
	network: "hosted-unavailable gateway-script gateway-unreachable gateway-timeout",
	gateway: "gateway-internal gateway-busy gateway-answer",
	internal: "tampered busy not-ready aborted"
};
var TYPES = /* @__PURE__ */ new Map();
for (const type in CODES) for (const code of CODES[type].split(" ")) TYPES.set(code, type);
/** Is this one of our codes? Guards what crosses the channel. */
var isErrorCode = (value) => TYPES.has(value);
var errorTypeOf = (code) => TYPES.get(code) ?? "internal";
/** The one error class: `type` says who must act, `code` is stable, `message` is English and for developers. */
var ShojiError = class extends Error {
	name = "ShojiError";
	type;
	code;
	constructor(code) {
		const type = errorTypeOf(code);
		super(`${code} (${type}); diagnose() says more`);
		this.type = type;
		this.code = code;
	}
};

// src/locales/first-words.ts
var ja = {
	frame: {
		"frame-title": "カード情報",
		"label-number": "カード番号",
		"label-expiry": "有効期限（月／年）",
		"label-cvc": "セキュリティコード",
		"label-name": "カード名義（ローマ字）",
		"placeholder-expiry": "MM/YY",
		"placeholder-name": "TARO YAMADA",
		"hint-cvc": "裏面の3桁の数字",
		check: "{label}をご確認ください。"
	},
	reload: "もう一度読み込む",
	"test-badge": "テスト",
	errors: {
		incomplete: "カード情報を入力してください。",
		"hosted-unavailable": "カード入力欄を読み込めませんでした。通信状態をご確認ください。",
		internal: "処理を完了できませんでした。もう一度お試しください（{code}）。"
	}
};
var en = {
	frame: {
		"frame-title": "Card details",
		"label-number": "Card number",
		"label-expiry": "Expiry (MM/YY)",
		"label-cvc": "Security code",
		"label-name": "Name on card",
		"placeholder-expiry": "MM/YY",
		"placeholder-name": "TARO YAMADA",
		"hint-cvc": "3 digits on the back",
		check: "Please check: {label}."
	},
	reload: "Load again",
	"test-badge": "TEST",
	errors: {
		incomplete: "Enter your card details.",
		"hosted-unavailable": "The card fields could not be loaded. Check your connection.",
		internal: "This could not be completed. Please try again ({code})."
	}
};
var FIRST_WORDS = {
	ja,
	en
};

// src/locales/import-locale.ts
/** One file each, so that a bundler splits them. */
var LOADS = {
	ja: () => import("./locales/ja.js"),
	en: () => import("./locales/en.js"),
	"zh-Hans": () => import("./locales/zh-Hans.js"),
	"zh-Hant": () => import("./locales/zh-Hant.js"),
	ko: () => import("./locales/ko.js"),
	vi: () => import("./locales/vi.js"),
	th: () => import("./locales/th.js"),
	pt: () => import("./locales/pt.js"),
	es: () => import("./locales/es.js"),
	fr: () => import("./locales/fr.js"),
	de: () => import("./locales/de.js"),
	id: () => import("./locales/id.js")
};
/** The npm package's way to a locale; the script tag has one of its own (`import-locale-beside.ts`). */
var importLocale = async (name) => (await LOADS[name]()).messages;

// src/locales/card-words.ts
/** What the shopper reads of the card fields. */
var cardWords = {
	first: FIRST_WORDS,
	load: importLocale,
	loaded: /* @__PURE__ */ new Map()
};

// src/locales/messages.ts
/** Every locale there is: BCP 47 language, with its script where there are two. */
var LOCALE_NAMES = [
	"ja",
	"en",
	"zh-Hans",
	"zh-Hant",
	"ko",
	"vi",
	"th",
	"pt",
	"es",
	"fr",
	"de",
	"id"
];
/**
* @param language - BCP 47, e.g. `ja-JP`. Chinese without a script is written as its region writes it
* @returns the locale of its primary subtag, or English
*/
function localeFor(language) {
	const tag = language.toLowerCase().split(/-\w-/, 1)[0] ?? "";
	const subtag = tag.split("-", 1)[0];
	if (subtag === "zh") return /^zh(?!-hans)\b.*-(?:hant|tw|hk|mo)\b/.test(tag) ? "zh-Hant" : "zh-Hans";
	return LOCALE_NAMES.find((name) => name === subtag) ?? "en";
}
/**
* The shopper's sentence for an error: of its code, else of its type, else that of any error. What is the shopper's to mend and has no
* sentence of its own is said at its field.
* @param type - who must act, as `errors.ts` has it
*/
var errorText = ({ errors }, code, type) => (errors[code] ?? errors[type] ?? (type === "customer" ? "" : errors.internal)).replace("{code}", code);

// src/locales/localize-controller.ts
/**
* Keeps an element in the language of the place where it stands: the nearest `lang` around it wins (its own first), then the
* browser's language (HTML, "the lang and xml:lang attributes"). Follows changes without polling. A locale that
* is loaded when it is needed; until it is there, its first words are shown, or the English ones. Should it not come, they stay, and
* the next change asks for it again.
*/
var LocalizeController = class {
	#host;
	#lexicon;
	#observer;
	/** The locale of the place. */
	#wanted;
	/** The locale that is shown. */
	#shown = "en";
	#arrival = Promise.resolve();
	constructor(host, lexicon) {
		this.#host = host;
		this.#lexicon = lexicon;
		host.addController(this);
	}
	/** BCP 47 language of the words. */
	get language() {
		return this.#shown;
	}
	get messages() {
		const { loaded, first } = this.#lexicon;
		return loaded.get(this.#shown) ?? first[this.#shown] ?? first.en;
	}
	/** Fulfilled when the locale of the place is there, or will not come. */
	get arrival() {
		return this.#arrival;
	}
	hostConnected() {
		this.#observer = new MutationObserver(() => {
			this.#read();
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
		const wanted = localeFor(languageAround(this.#host) || navigator.language);
		if (wanted === this.#wanted) return;
		this.#wanted = wanted;
		const { loaded, first } = this.#lexicon;
		this.#show(loaded.has(wanted) || first[wanted] ? wanted : "en");
		if (!loaded.has(wanted)) this.#arrival = this.#load(wanted);
	}
	async #load(name) {
		const { load, loaded } = this.#lexicon;
		const messages = await load(name).catch(() => void 0);
		if (messages) loaded.set(name, messages);
		if (this.#wanted !== name) return;
		if (messages) this.#show(name);
		else this.#wanted = void 0;
	}
	#show(name) {
		this.#shown = name;
		this.#host.requestUpdate();
	}
};
/** The node's own tree and, out of each shadow root, the tree around it. */
function rootsOf(element) {
	const root = element.getRootNode();
	return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}
function languageAround(element) {
	const holder = element.closest("[lang]");
	if (holder) return holder.getAttribute("lang") ?? "";
	const root = element.getRootNode();
	return root instanceof ShadowRoot ? languageAround(root.host) : "";
}

// src/in-time.ts
/** @returns undefined when it fails, or takes longer than so many milliseconds */
var inTime = (promise, deadline) => new Promise((resolve) => {
	const end = (value) => {
		clearTimeout(timer);
		resolve(value);
	};
	const timer = setTimeout(end, deadline);
	promise.then(end, () => end());
});

// src/three-ds/attempt-storage.ts
/** Where a tab remembers that a challenge is under way (see `attempt.ts`). */
var KEY = "shoji-attempt";
/** Absent where the browser forbids it: then nothing is remembered. */
var storage = () => {
	try {
		return sessionStorage;
	} catch {
		return;
	}
};
var readAttempt = () => storage()?.getItem(KEY) ?? null;
var forgetAttempt = () => storage()?.removeItem(KEY);

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

// src/three-ds/import-three-ds.ts
/** The npm package's way to the code of 3-D Secure: a chunk of its own. The script tag has another (`import-three-ds-beside.ts`). */
var importThreeDs = () => import("./three-ds.js");

// src/channel/shape.ts
var isShape = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var isText = (value, length) => typeof value === "string" && value.length <= length;
var isAny = () => true;
/** Exactly these properties: a guard that looked only at those it knows would let any other pass along. */
var isExactly = (value, guards) => isShape(value) && Object.keys(value).length === Object.keys(guards).length && Object.entries(guards).every(([name, guard]) => Object.hasOwn(value, name) && guard(value[name]));
/** Own keys only: a type called `constructor` or `__proto__` finds no guard. */
function isGuarded(value, guards) {
	if (!isShape(value) || typeof value["type"] !== "string" || !Object.hasOwn(guards, value["type"])) return false;
	return isExactly(value, {
		type: isAny,
		...guards[value["type"]]
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
var REASON = /^(?:number|expiry|cvc|name)-(?:missing|incomplete|invalid|too-long|month|past|far|brand|characters|kanji|is-number)$/;
var ID = /^[\w-]{1,64}$/;
/** A masked number keeps the last four digits at most, and no other script's digits either. */
var MASKED_NUMBER = /^\P{N}{0,20}\d{0,4}$/u;
var isBoolean = (value) => typeof value === "boolean";
var isNullOr = (value, guard) => value === null || guard(value);
var isFieldName = (value) => FIELDS.has(value);
var isBrand = (value) => BRANDS.has(value);
/** Known names, each once. */
var isListOf = (value, guard) => Array.isArray(value) && value.every(guard) && new Set(value).size === value.length;
/** Number and expiry are needed for any token. */
var isFieldList = (value) => isListOf(value, isFieldName) && value.includes("number") && value.includes("expiry");
/** None at all for a shop that takes every brand. */
var isBrandList = (value) => isListOf(value, isBrand);
/** GMO: at most 13 half-width alphanumerics (codes 161, 162). Empty: token v2 has keys instead. */
var isShopId = (value) => typeof value === "string" && /^[0-9A-Za-z]{0,13}$/.test(value);
/** GMO: 1 to 10 (codes 141, 142). */
var isTokenCount = (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10;
var isCallId = (value) => typeof value === "string" && ID.test(value);
var FIELD_VERDICT = {
	empty: isBoolean,
	complete: isBoolean,
	error: (error) => error === null || typeof error === "string" && REASON.test(error)
};
var CARD_STATE = {
	complete: isBoolean,
	empty: isBoolean,
	brand: (brand) => isNullOr(brand, isBrand),
	focused: (focused) => isNullOr(focused, isFieldName),
	fields: (fields) => isShape(fields) && Object.entries(fields).every(([name, verdict]) => isFieldName(name) && isExactly(verdict, FIELD_VERDICT))
};
var TOKEN = {
	id: isCallId,
	tokens: (tokens) => Array.isArray(tokens) && isTokenCount(tokens.length) && tokens.every((token) => isText(token, 1e3) && token !== ""),
	maskedNumber: (masked) => isText(masked, 24) && MASKED_NUMBER.test(masked),
	expiresAt: (expiresAt) => isText(expiresAt, 40),
	securityCodeSet: isBoolean,
	brand: (brand) => isNullOr(brand, isBrand)
};
var HOSTED_GUARDS = {
	ready: {},
	state: { state: (state) => isExactly(state, CARD_STATE) },
	resize: { height: (height) => typeof height === "number" && height > 0 && height < 4e3 },
	submit: {},
	token: TOKEN,
	error: {
		id: (id) => id === null || isCallId(id),
		code: isErrorCode
	},
	tamper: {}
};
/** Is this one of the messages that the page side believes? */
var isHostedMessage = (value) => isGuarded(value, HOSTED_GUARDS);

// src/pristine.ts
/**
* The platform as it was when this file was evaluated. A script that patches a prototype later sees nothing of what the page
* side does with its closed roots, the frame and its port. One that ran earlier is out of reach of any widget; the frame's origin is what
* protects the card then.
*/
var { apply, getOwnPropertyDescriptor } = Reflect;
var { iterator } = Symbol;
/** A list of one, for which no iterator of the page's is asked. */
var only = (value) => ({
	__proto__: null,
	[iterator]: () => {
		let done = false;
		const next = () => {
			const result = {
				__proto__: null,
				value,
				done
			};
			done = true;
			return result;
		};
		return {
			__proto__: null,
			next
		};
	}
});
var method = (original) => (self, ...args) => apply(original, self, args);
/** @throws TypeError where there is none: it is taken apart at once */
var descriptor = (prototype, name) => getOwnPropertyDescriptor(prototype, name);
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
	const attachShadow = method(Element.prototype.attachShadow);
	const listen = method(EventTarget.prototype.addEventListener);
	const styleOf = getter(HTMLElement.prototype, "style");
	const setProperty = method(CSSStyleDeclaration.prototype.setProperty);
	const setSheets = setter(ShadowRoot.prototype, "adoptedStyleSheets");
	const post = method(window.postMessage);
	const setTimer = window.setTimeout.bind(window);
	const page = document;
	const Channel = MessageChannel;
	const Sheet = CSSStyleSheet;
	const fillSheet = method(Sheet.prototype.replaceSync);
	/** One for all the roots that wear it, by its text. */
	const sheets = { __proto__: null };
	return {
		/** Closed; the dictionary has no prototype that somebody could add `serializable` to. */
		attachRoot: (host) => attachShadow(host, {
			__proto__: null,
			mode: "closed",
			delegatesFocus: true
		}),
		attachInternals: method(HTMLElement.prototype.attachInternals),
		createFrame: () => createElement(page, "iframe"),
		setAttribute: method(Element.prototype.setAttribute),
		getAttribute: method(Element.prototype.getAttribute),
		append: method(Node.prototype.appendChild),
		remove: method(Element.prototype.remove),
		/** In the capture phase: `load` does not bubble. */
		listenForLoad: (root, listener) => {
			listen(root, "load", listener, true);
		},
		computedStyle: method(window.getComputedStyle).bind(null, window),
		focus: method(HTMLElement.prototype.focus),
		setHeight: (element, pixels) => {
			setProperty(styleOf(element), "height", `${String(pixels)}px`);
		},
		setStyles: (root, styles) => {
			let sheet = sheets[styles];
			if (!sheet) {
				sheet = sheets[styles] = new Sheet();
				fillSheet(sheet, styles);
			}
			setSheets(root, only(sheet));
		},
		/** The origin of the page; a frame from there could be read. */
		pageOrigin: window.origin,
		contentDocument: getter(HTMLIFrameElement.prototype, "contentDocument"),
		contentWindow: getter(HTMLIFrameElement.prototype, "contentWindow"),
		postToWindow: (target, message, origin, port) => {
			post(target, message, origin, only(port));
		},
		createChannel: () => new Channel(),
		port1: getter(MessageChannel.prototype, "port1"),
		port2: getter(MessageChannel.prototype, "port2"),
		postToPort: method(MessagePort.prototype.postMessage),
		closePort: method(MessagePort.prototype.close),
		setOnMessage: setter(MessagePort.prototype, "onmessage"),
		data: getter(MessageEvent.prototype, "data"),
		origin: getter(URL.prototype, "origin"),
		href: getter(URL.prototype, "href"),
		/** In a task of its own, where `window.event` names nothing of ours. */
		later: (work) => {
			setTimer(work, 0);
		}
	};
}
/** Absent outside a browser: importing the package in Node touches no DOM. */
var pristine = typeof document === "undefined" ? void 0 : Object.freeze(capture());

// src/script-address.ts
/**
* Where the files of ours that are loaded later lie: beside the script that is running. Taken once, while the script is evaluated,
* because `document.currentScript` is known only then.
*/
/** Taken now as well: a script that comes later could put another frame in the place of ours. */
var Address = URL;
/** The class is named only where there is a page: Node has none. */
var scriptAddress = typeof document !== "undefined" && document.currentScript instanceof HTMLScriptElement && document.currentScript.src || import.meta.url;
/**
* @param path - e.g. `hosted/index.html`
* @param base - the script, when left out
* @throws TypeError for what is no address, and for a script that has none, such as one that stands in the page
*/
var addressOf = (path, base = scriptAddress) => new Address(path, base);

// src/vault/hosted-address.ts
/** Where the hosted document lives when the merchant does not say: `hosted/` beside the script that is running, one for each kind of fields. */
/**
* @param file - name of the document that speaks with the gateway
* @param attribute - `hosted-url` as it stood at first connect, relative to the page; null for the default
* @returns null for what is no http(s) address
*/
function hostedAddress(file, attribute, page) {
	try {
		const address = attribute ? addressOf(attribute, page) : addressOf(`hosted/${file}.html`);
		const href = pristine.href(address);
		return /^https?:/.test(href) ? {
			href,
			origin: pristine.origin(address)
		} : null;
	} catch {
		return null;
	}
}

// src/vault/vault-settings.ts
/** From what the merchant wrote in HTML to what the vault opens with, or the code that says which attribute is wrong. */
/** @returns null when it is a number of tokens that the gateway issues */
var checkTokenCount = (count) => isTokenCount(count) ? null : "token-count-invalid";
/** @returns settings without a prototype, frozen: what somebody adds to Object.prototype is not read as one */
function readSettings({ name: _name, disabled: _disabled, consent: _consent, save: _save, tokenCount, challenge, hostedUrl, page, title, ...init }) {
	const { gateway, environment, shopId, fields, brands } = init;
	const isV1 = gateway === "gmo";
	if (!isV1 && gateway !== "gmo-v2") return "gateway-unsupported";
	if (challenge !== "redirect" && challenge !== "dialog") return "challenge-unsupported";
	if (environment !== "live" && environment !== "test") return "environment-unknown";
	if (!isShopId(shopId) || isV1 && !shopId) return "shop-id-invalid";
	if (!isFieldList(fields)) return "fields-unknown";
	if (!isBrandList(brands)) return "brands-unknown";
	const wrongCount = checkTokenCount(tokenCount);
	if (wrongCount) return wrongCount;
	const file = isV1 ? "index" : init.fieldsBy === "gateway" ? "gateway-fields" : gateway;
	const address = hostedAddress(file, hostedUrl, page);
	if (!address) return "hosted-url-invalid";
	return bare({
		address: bare(address),
		title,
		init: bare(init)
	});
}
var bare = (value) => Object.freeze({
	__proto__: null,
	...value
});

// src/channel/page-end.ts
/** The page's end of the channel: speaks first, once; afterwards believes only guarded messages on its port. */
var PageEnd = class {
	#port;
	/**
	* Hands `init` and the other end of a fresh port to the hosted document.
	* @param targetOrigin - the fields origin: a document of any other one in that frame never sees the message; `*` for a document on
	*   the page's own origin, which is opaque there and cannot be named
	* @param receive - gets every well-formed message; what is not in the protocol is dropped
	*/
	constructor(frame, targetOrigin, init, receive) {
		const channel = pristine.createChannel();
		this.#port = pristine.port1(channel);
		pristine.setOnMessage(this.#port, (event) => {
			if (!event.isTrusted) return;
			const message = pristine.data(event);
			pristine.later(() => {
				if (isHostedMessage(message)) receive(message);
			});
		});
		pristine.postToWindow(frame, init, targetOrigin, pristine.port2(channel));
	}
	send(message) {
		pristine.postToPort(this.#port, message);
	}
	close() {
		pristine.closePort(this.#port);
	}
};

// src/vault/vault.ts
/** From the first byte asked for to the `load` event: our choice, so that a slow phone line still gets there. */
var LOAD_DEADLINE = 2e4;
/** From `load` to `ready`: the document is complete and its script has run by then, so an answer is a matter of milliseconds. */
var READY_DEADLINE = 3e3;
/**
* allow-same-origin lets the document keep its own origin, which is not the page's. The rest is left out on purpose: no popups, top
* navigation, modals or downloads for a compromised token script.
*/
var SANDBOX = "allow-scripts allow-same-origin allow-forms";
/** The document must not keep the page's own origin. */
var OPAQUE_SANDBOX = "allow-scripts allow-forms";
var STYLES = (0, String.raw)`:host{display:block}:host([hidden]){display:none}iframe{inline-size:100%;color-scheme:inherit;border:0;display:block}`;
/** In Node there is nothing to extend; the class is never constructed there. */
var PlainElement = typeof HTMLElement === "undefined" ? class {} : HTMLElement;
var handleOf;
/**
* The plain element that holds the one frame and its port, and gives out neither. Lit exposes its own shadow root, so Lit must
* not hold them: this class has no library, private members only, and makes its root and internals in the constructor, before
* anybody else can.
*
* It reports through a function, not through events: an event could be forged by any script of the page.
*/
var Vault = class extends PlainElement {
	static {
		handleOf = (vault) => ({
			element: vault,
			open: (settings, report) => {
				vault.#open(settings, report);
			},
			dress: (appearance) => {
				vault.#dress(appearance);
			},
			send: (message) => {
				vault.#end?.send(message);
			},
			focusFrame: (options) => {
				if (vault.#frame) pristine.focus(vault.#frame, options);
			},
			rename: (title) => {
				if (vault.#frame) pristine.setAttribute(vault.#frame, "title", title);
			},
			close: () => {
				vault.#close();
			}
		});
	}
	#root;
	#frame;
	#end;
	#timer;
	#handleLoad = () => void 0;
	/** Until it is said. */
	#appearance;
	/** Says `init` when the document is there and its appearance is known. */
	#begin = () => void 0;
	#report = () => void 0;
	constructor() {
		super();
		pristine.attachInternals(this);
		this.#root = pristine.attachRoot(this);
		pristine.setStyles(this.#root, STYLES);
		pristine.listenForLoad(this.#root, () => {
			this.#handleLoad();
		});
	}
	#open(settings, report) {
		this.#close();
		const { address: { href, origin }, title } = settings;
		this.#report = report;
		this.#appearance = void 0;
		if (origin !== pristine.pageOrigin) {
			this.#load(settings, origin, SANDBOX);
			return;
		}
		const probe = this.#show(href, "allow-same-origin", title);
		this.#handleLoad = () => {
			const readable = pristine.contentDocument(probe);
			if (readable) {
				this.#lose(readable.title === "Card details" ? "hosted-readable" : "hosted-unavailable");
				return;
			}
			this.#close();
			this.#load(settings, "*", OPAQUE_SANDBOX);
		};
	}
	#load({ address, title, init }, target, sandbox) {
		const frame = this.#show(address.href, sandbox, title);
		let isLoaded = false;
		this.#handleLoad = () => {
			const isOurs = pristine.getAttribute(frame, "sandbox") === sandbox && pristine.getAttribute(frame, "src") === address.href;
			if (isLoaded || !isOurs) {
				this.#lose("tampered");
				return;
			}
			isLoaded = true;
			this.#begin();
		};
		this.#begin = () => {
			const content = pristine.contentWindow(frame);
			if (!isLoaded || !content || !this.#appearance || this.#end) return;
			this.#loseAfter(READY_DEADLINE);
			this.#end = new PageEnd(content, target, {
				type: "init",
				version: 1,
				...this.#appearance,
				...init
			}, (message) => {
				if (frame !== this.#frame) return;
				if (message.type === "ready") clearTimeout(this.#timer);
				if (message.type === "resize") pristine.setHeight(frame, message.height);
				else if (message.type === "tamper") this.#lose("tampered");
				else if (message.type === "error" && message.id === null) this.#lose(message.code);
				else this.#report(message);
			});
			this.#appearance = void 0;
		};
	}
	#dress(appearance) {
		if (this.#end) this.#end.send({
			type: "style",
			style: appearance.style
		});
		else {
			this.#appearance = appearance;
			this.#begin();
		}
	}
	#show(src, sandbox, title) {
		const frame = pristine.createFrame();
		this.#frame = frame;
		const attributes = {
			__proto__: null,
			title,
			sandbox,
			allow: "autofill 'src'; camera 'none'; microphone 'none'; geolocation 'none'; clipboard-read 'none'",
			referrerpolicy: "strict-origin",
			loading: "eager",
			src
		};
		for (const name in attributes) pristine.setAttribute(frame, name, attributes[name]);
		this.#loseAfter(LOAD_DEADLINE);
		pristine.append(this.#root, frame);
		return frame;
	}
	#loseAfter(deadline) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#lose("hosted-unavailable");
		}, deadline);
	}
	#lose(code) {
		this.#close();
		this.#report({
			type: "lost",
			code
		});
	}
	#close() {
		clearTimeout(this.#timer);
		this.#end?.close();
		if (this.#frame) pristine.remove(this.#frame);
		this.#frame = this.#end = void 0;
		this.#handleLoad = this.#begin = () => void 0;
	}
};
var createVault = () => handleOf(new Vault());

// src/payment/browser-details.ts
function browserDetails() {
	const { colorDepth, width: screenWidth, height: screenHeight } = screen;
	return {
		colorDepth,
		timezone: (/* @__PURE__ */ new Date()).getTimezoneOffset(),
		language: navigator.language,
		screenWidth,
		screenHeight
	};
}

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
	frame: "loading",
	card: NO_CARD,
	token: null,
	outcome: null,
	error: null
};
/** What the merchant is told of the card: a token that is held stands for the card that it was issued for. */
function publicCard({ card, token }) {
	return {
		complete: card.complete || token !== null,
		empty: card.empty && token === null,
		brand: token ? token.brand : card.brand,
		fields: card.fields
	};
}

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
var ready = (state) => step({
	...state,
	phase: "editing",
	frame: "ready"
}, announce("ready"));
var lost = (state, { code }) => step({
	...state,
	phase: "failed",
	frame: "lost",
	card: NO_CARD,
	token: null,
	error: code
}, announce("error"));
var cleared = (state) => step({
	...state,
	phase: "editing",
	card: NO_CARD,
	token: null,
	outcome: null,
	error: null
}, { type: "clear-card" }, announce("change"));
/** Typing mends what was wrong, and a token belongs to the card that was there when it was issued. Moving the focus is no typing. */
var edited = (state, { card }) => isSameCard(card, state.card) ? step({
	...state,
	card
}) : step({
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
}) : edited(state, event);
var tokenizeAsked = (state, { id, count }) => step({
	...state,
	phase: "tokenizing",
	error: null,
	token: null
}, {
	type: "request-token",
	id,
	count
});
var challengeAsked = (state) => step({
	...state,
	phase: "challenging",
	outcome: null
}, announce("challenge-open"));
var afterChallenge = ({ frame, card }) => frame === "lost" ? "failed" : frame === "loading" ? "loading" : card.empty ? "settled" : "editing";
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
		ready,
		"challenge-asked": challengeAsked
	},
	editing: {
		...usable,
		"card-changed": edited,
		"tokenize-asked": tokenizeAsked
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
		"tokenize-asked": tokenizeAsked
	},
	challenging: {
		opened: (state) => step({
			...INITIAL_STATE,
			phase: state.phase
		}),
		ready: (state) => state.frame === "loading" ? step({
			...state,
			frame: "ready"
		}, announce("ready")) : step(state),
		lost: (state, { code }) => step({
			...state,
			frame: "lost",
			card: NO_CARD,
			error: code
		}, announce("error")),
		"card-changed": (state, event) => {
			const { state: next, effects } = afterToken(state, event);
			return step({
				...next,
				phase: state.phase
			}, ...effects);
		},
		"challenge-ended": (state, { outcome }) => step({
			...state,
			phase: afterChallenge(state),
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
/** Is the event ignored in this phase? */
var ignores = (phase, type) => !(type in TABLE[phase]);
/** @returns the next state and what is to be done; the same state and nothing for an event that the phase ignores */
function advance(state, event) {
	const handler = TABLE[state.phase][event.type];
	return handler ? handler(state, event) : step(state);
}
/** Nothing that the merchant is told of differs. */
var isSameCard = (a, b) => a.complete === b.complete && a.empty === b.empty && a.brand === b.brand && JSON.stringify(a.fields) === JSON.stringify(b.fields);

// src/payment/payment-controller.ts
/** Longer than all deadlines of the frame together (the script's, the answer's): this one is for a frame that died. */
var TOKEN_DEADLINE = 6e4;
/** The code of 3-D Secure is a few kilobytes beside the script; a full page needs none of it. */
var CODE_DEADLINE = 5e3;
/** A page that is still there after so long was not left. */
var LEAVE_DEADLINE$1 = 3e4;
var NO_ANSWERS = {
	consent: null,
	saveConsent: null
};
/**
* Owns the state of one payment and performs the machine's effects: the only place that does. It is not registered with Lit,
* which publishes the controllers of an element: from here a script could load another document into the frame.
*/
var PaymentController = class {
	#vault = createVault();
	#host;
	#state = INITIAL_STATE;
	#tokenWaiting;
	/** The code of 3-D Secure, once it is here. */
	#threeDs;
	#hosted;
	/** Ends what is under way when the element goes. */
	#connection = new AbortController();
	#questions = {
		consent: false,
		save: "never"
	};
	#answers = NO_ANSWERS;
	constructor(host) {
		this.#host = host;
	}
	/** Holds the frame; stands in the host's shadow root. From it a script would find that root. */
	get vault() {
		return this.#vault.element;
	}
	get state() {
		return this.#state;
	}
	/** Takes the frame away and ends what is under way. */
	close() {
		this.#connection.abort();
		this.#connection = new AbortController();
		this.#shut();
	}
	/** Loads the hosted document with these settings; what was typed before is gone. A challenge goes on. */
	open(raw) {
		this.#shut();
		this.#questions = raw;
		this.#attend();
		const settings = readSettings(raw);
		if (typeof settings === "string") {
			this.#dispatch({
				type: "lost",
				code: settings
			});
			return;
		}
		this.#hosted = settings.address;
		this.#vault.open(settings, (report) => {
			this.#handleReport(report);
		});
	}
	/** The language may be another one. */
	speak() {
		this.#threeDs?.speak();
	}
	/** What the fields wait for, and how they look from now on. */
	dress(appearance) {
		this.#vault.dress(appearance);
	}
	send(message) {
		this.#vault.send(message);
	}
	/** Moves the keyboard into the frame, to the first field or to the first wrong one. */
	focusFields(target, options) {
		this.#vault.focusFrame(options);
		this.send({
			type: "focus",
			target
		});
	}
	/** The frame's accessible name, in another language. */
	rename(title) {
		this.#vault.rename(title);
	}
	/**
	* @param count - how many tokens
	* @throws {@link ShojiError} `token-count-invalid`, `not-ready`, `busy`, `aborted`, or why no token was issued
	*/
	tokenize(count) {
		this.#threeDs?.giveWay();
		const wrong = checkTokenCount(count) ?? this.#refusal("tokenize-asked", "not-ready");
		if (wrong) return Promise.reject(new ShojiError(wrong));
		return new Promise((resolve, reject) => {
			const id = crypto.getRandomValues(/* @__PURE__ */ new Uint32Array(4)).join("-");
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
			this.#dispatch({
				type: "tokenize-asked",
				id,
				count
			});
		});
	}
	/** @throws {@link ShojiError} `redirect-url-invalid`, or `busy` while another challenge or a tokenisation is under way */
	async authenticate(redirectUrl, options) {
		const address = challengeAddress(redirectUrl)?.href;
		if (!address) throw new ShojiError("redirect-url-invalid");
		const { signal } = this.#connection;
		const threeDs = await this.#loadThreeDs();
		if (threeDs) return threeDs.authenticate(address, options, signal);
		this.#dispatch({ type: "challenge-asked" });
		location.assign(address);
		await new Promise((resolve) => setTimeout(resolve, LEAVE_DEADLINE$1));
		const outcome = { status: "blocked" };
		this.#dispatch({
			type: "challenge-ended",
			outcome
		});
		return outcome;
	}
	/** Empties the fields, forgets the token and gives up what is under way. */
	clear() {
		this.#threeDs?.clear();
		forgetAttempt();
		this.empty();
	}
	/**
	* Empties the fields and forgets the token. While the shopper is at the issuer, and without fields, there is nothing to empty.
	* A page that is shown again may learn here what another one left behind.
	*/
	empty() {
		this.#settleToken(new ShojiError("aborted"));
		this.#dispatch({ type: "cleared" });
		this.#attend();
	}
	#shut() {
		this.#settleToken(new ShojiError("aborted"));
		this.#vault.close();
		this.#dispatch({ type: "opened" });
	}
	#refusal(type, code) {
		if (this.#tokenWaiting) return "busy";
		return ignores(this.#state.phase, type) ? code : null;
	}
	/** The effects of a step speak of that step's state, even when one of their listeners takes the next step. */
	#dispatch(event) {
		const { state, effects } = advance(this.#state, event);
		if (state === this.#state) return;
		this.#state = state;
		this.#host.requestUpdate();
		for (const effect of effects) this.#perform(effect, state);
	}
	#perform(effect, state) {
		switch (effect.type) {
			case "request-token":
				this.#request(effect).catch(() => this.#handleReport({
					type: "error",
					id: effect.id,
					code: "hosted-unavailable"
				}));
				break;
			case "clear-card":
				this.send({ type: "clear" });
				break;
			case "announce": this.#host.announce(effect.what, state);
		}
	}
	async #request({ id, count }) {
		let tokens = count;
		this.#answers = NO_ANSWERS;
		if (this.#isAsking) {
			const { consent, save } = this.#questions;
			const threeDs = await this.#attend();
			const answers = await threeDs?.answers() ?? NO_ANSWERS;
			this.#answers = answers;
			if (consent && !answers.consent || save === "always" && !answers.saveConsent) this.#handleReport({
				type: "error",
				id,
				code: threeDs ? "consent-missing" : "hosted-unavailable"
			});
			if (save === "ask" && !answers.saveConsent && count > 1) tokens -= 1;
		}
		if (id === this.#tokenWaiting?.id) this.send({
			type: "tokenize",
			id,
			count: tokens
		});
	}
	get #isAsking() {
		const { consent, save } = this.#questions;
		return consent || save !== "never";
	}
	/** What the shopper has to see before any challenge: what is to be agreed to, and what an earlier page of this tab left behind. */
	async #attend() {
		if (!this.#isAsking && !this.#threeDs && readAttempt() === null) return void 0;
		const { signal } = this.#connection;
		const threeDs = await this.#loadThreeDs();
		threeDs?.attend(this.#questions, signal);
		return threeDs;
	}
	/** @returns undefined when the code does not come: then there is the full page, and no consent */
	async #loadThreeDs() {
		if (this.#threeDs) return this.#threeDs;
		const module = await inTime(importThreeDs(), CODE_DEADLINE);
		if (module) this.#threeDs ??= new module.ThreeDs({
			pristine: this.#host.pristine,
			root: this.#host.root,
			language: this.#host.language,
			hosted: () => this.#hosted,
			isSettled: () => Boolean(this.#tokenWaiting ?? this.#state.token),
			refusal: (isTaken) => isTaken || this.#refusal("challenge-asked", "busy") ? new ShojiError("busy") : null,
			tell: (event) => {
				this.#dispatch(event.type === "challenge-asked" ? { type: event.type } : {
					type: "challenge-ended",
					outcome: event.outcome
				});
			}
		});
		return this.#threeDs;
	}
	#handleReport(report) {
		switch (report.type) {
			case "ready":
				this.#dispatch(report);
				break;
			case "lost":
				this.#dispatch(report);
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
					const token = toCardToken(report, this.#answers);
					this.#dispatch({
						type: "token-issued",
						token
					});
					this.#settleToken(token);
				}
				break;
			case "error": if (report.id === this.#tokenWaiting?.id) {
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
var toCardToken = ({ type: _type, id: _id, tokens, ...said }, answers) => Object.freeze({
	token: tokens[0] ?? "",
	tokens: Object.freeze([...tokens]),
	...said,
	browser: browserDetails(),
	...answers
});

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
/** From here on number, expiry and CVC stand in one line; the widest number with its brand has room then. CSS pixels. */
var LINE = 640;
/** Below this even expiry and CVC stand one under the other: half of it has no room for their labels. CSS pixels. */
var STACK = 280;
/**
* Which fields share a row, by the width of the form itself. Expiry and CVC do wherever they are neighbours; in a wide form they join
* a number that stands right before them.
*/
function rowsOf(fields, width) {
	const rows = [];
	for (const field of fields) {
		const row = rows.at(-1);
		const last = row?.at(-1);
		if (row && (last === "expiry" || last === "cvc" || last === "number" && width >= LINE) && (field === "expiry" || field === "cvc") && width >= STACK) row.push(field);
		else rows.push([field]);
	}
	return rows;
}
/**
* Gives form and fields the class names of their places: `line` for three in a row, `whole` for a field that has a row of its own,
* `later` for those that are not in the first.
*/
function arrange(form, fields, width) {
	const rows = rowsOf([...fields.keys()], width);
	form.classList.toggle("line", rows.some((row) => row.length > 2));
	rows.forEach((row, index) => {
		for (const name of row) {
			const { classList } = fields.get(name);
			classList.toggle("whole", row.length < 2);
			classList.toggle("later", index > 0);
		}
	});
}

// src/theme/form-structure.ts
/**
* Sizes and places of the fields: the same style sheet for the fields in the frame and for their outline in the page, so that the one
* takes the place of the other without a jump. Nothing here is about colour (`form-look.ts`).
*/
/**
* A name for editors and the build, which minifies what bears it. It sorts the declarations of a rule, and puts values of ours back in
* the order in which it met them: margins come last in a rule.
*/
var css$1 = String.raw;
var px = (value) => `${String(value)}px`;
var formStructure = css$1`.form{grid-template-columns:var(--shoji-columns,1fr 1fr);column-gap:var(--shoji-gap,${px(MEASURES.columnGap)});padding:${px(MEASURES.ring)};box-sizing:border-box;-webkit-text-size-adjust:100%;font-size:16px;line-height:1.25;display:grid}.line{grid-template-columns:var(--shoji-columns,2.2fr 1fr 1fr)}.field{grid:subgrid / auto;grid-row:span 3;min-inline-size:0;display:grid}.whole{grid-column:1/-1}.later{margin-block-start:var(--row-gap,var(--shoji-space,${px(MEASURES.rowGap)}))}.apart{row-gap:0!important}.label,.message{text-align:-webkit-match-parent;text-align:match-parent;overflow-wrap:anywhere;word-break:auto-phrase;unicode-bidi:plaintext}.label{min-block-size:${px(MEASURES.label)};font-size:var(--shoji-label-size,14px);font-weight:var(--shoji-label-weight,600);line-height:${px(MEASURES.label)};align-self:end;margin-block-end:${px(MEASURES.labelGap)}}.box{direction:ltr;align-content:start;display:grid;position:relative}.input{box-sizing:border-box;inline-size:100%;block-size:var(--shoji-height,${px(MEASURES.input)});font:inherit}.message{min-block-size:${px(MEASURES.message)};margin:${px(MEASURES.messageGap)} 0 0;font-size:13px;line-height:${px(MEASURES.message)}}`;

// src/elements/make.ts
function make(name, attributes = {}, ...children) {
	const element = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
	element.append(...children);
	return element;
}

// src/elements/card-view.ts
/** What stands around the frame in the element's shadow root. Built once; afterwards only texts and visibility change. */
var CardView = class {
	#frame = make("div", { class: "frame" });
	#slot = make("slot");
	#cover = make("div", { class: "cover" }, this.#slot);
	#badge = make("span", {
		class: "badge",
		part: "badge"
	});
	/** Both regions are there from the start: a region that comes with its text is not announced. */
	#status = make("p", { role: "status" });
	#error = make("p", {
		role: "alert",
		class: "failure",
		part: "error"
	});
	#reload = make("button", { type: "button" });
	#fallback = make("slot", { name: "fallback" });
	/** Badge and cover come before the frame, because they lie over its upper edge, wherever that is. */
	constructor(root, vault, skeleton, reload) {
		this.#frame.append(skeleton.element, vault);
		this.#reload.addEventListener("click", reload);
		root.append(make("div", { class: "room" }, this.#badge, this.#cover, this.#frame, this.#status, this.#error, this.#reload, this.#fallback));
	}
	show({ isLoading, isBusy, hasFailed, badge, badgeHint, status, error, reload }) {
		this.#frame.ariaBusy = String(isBusy);
		this.#frame.hidden = hasFailed;
		this.#frame.classList.toggle("loading", isLoading);
		this.#frame.classList.toggle("covered", this.#slot.assignedNodes().some(({ textContent }) => textContent?.trim()));
		this.#cover.hidden = !isLoading;
		this.#fallback.hidden = !hasFailed;
		this.#badge.title = badgeHint;
		write(this.#badge, badge);
		write(this.#status, status);
		write(this.#error, error);
		write(this.#reload, reload);
	}
};
/** An element without text takes no room (see the style sheet); one whose text did not change is not announced again. */
function write(element, text) {
	if (element.textContent !== text) element.textContent = text;
}

// src/mirror/import-part-mirror.ts
/** The npm package's way to the code of the parts: a chunk of its own. The script tag has another (`import-part-mirror-beside.ts`). */
var importPartMirror = () => import("./part-mirror.js");

// src/elements/dresser.ts
/** What comes beside the script comes while the frame does; the fields wait no longer for it. */
var DEADLINE = 3e3;
/** The fields as the frame shows them by itself: plain, and usable. */
var PLAIN = {
	style: [],
	fonts: []
};
/**
* Tells the frame how the fields look, at first and whenever that changes. Without the code that reads the shop's style the fields
* are plain, and no payment is lost for it.
*/
var Dresser = class {
	#stage;
	#mirror;
	constructor(stage) {
		this.#stage = stage;
	}
	/**
	* @param words - what else is waited for
	* @param isForDevelopers - the console says what cannot be shown
	*/
	async dress(words, isForDevelopers) {
		const look = this.#load();
		await inTime(Promise.all([words, look]), DEADLINE);
		this.#tell();
		if (!this.#mirror) {
			await look;
			this.#tell();
		}
		if (isForDevelopers) this.#mirror?.tellWhatStays();
	}
	/** The fields stand in another way now. */
	follow() {
		this.#mirror?.follow();
	}
	#tell() {
		if (this.#stage.host.isConnected) this.#stage.changed(this.#mirror?.read() ?? PLAIN);
	}
	async #load() {
		try {
			const { PartMirror: Mirror } = await importPartMirror();
			this.#mirror ??= new Mirror(this.#stage);
		} catch {
			console.warn("shoji-card: part-mirror.js did not load; the fields are plain.");
		}
	}
};

// src/elements/shoji-event.ts
/** An event of ours: with data for fields; it bubbles and is composed. */
var ShojiEvent = class extends Event {
	constructor(type, data) {
		super(type, {
			bubbles: true,
			composed: true
		});
		Object.assign(this, data);
	}
};

// src/elements/events.ts
/** The events of <shoji-card>. All bubble and are composed; none carries anything of the card but what the gateway returns. */
/** The card fields can be typed into. */
var ShojiReadyEvent = class extends ShojiEvent {
	constructor() {
		super("shoji-ready");
	}
};
/** What is known of the card changed. */
var ShojiChangeEvent = class extends ShojiEvent {
	constructor(card) {
		super("shoji-change", card);
	}
};
/** The gateway issued tokens for the card. */
var ShojiTokenEvent = class extends ShojiEvent {
	constructor(token) {
		super("shoji-token", token);
	}
};
/** Something went wrong; `error.type` says who must act. The element shows the shopper a sentence of its own. */
var ShojiErrorEvent = class extends ShojiEvent {
	constructor({ type, code, message }) {
		super("shoji-error", { error: {
			type,
			code,
			message
		} });
	}
};
/** The challenge of the card issuer begins or ends. */
var ShojiChallengeEvent = class extends ShojiEvent {
	constructor(open) {
		super("shoji-challenge", { open });
	}
};
/** The browser's part of the challenge is over. Ask your server, which asks the gateway, for the result. */
var ShojiOutcomeEvent = class extends ShojiEvent {
	constructor(outcome) {
		super("shoji-outcome", outcome);
	}
};
/** The public event for what the payment announces. */
function eventFor(what, state) {
	switch (what) {
		case "ready": return new ShojiReadyEvent();
		case "change": return new ShojiChangeEvent(publicCard(state));
		case "token": return state.token && new ShojiTokenEvent(state.token);
		case "error": return state.error && new ShojiErrorEvent(new ShojiError(state.error));
		case "challenge-open": return new ShojiChallengeEvent(true);
		case "challenge-close": return new ShojiChallengeEvent(false);
		case "outcome": return state.outcome && new ShojiOutcomeEvent(state.outcome);
	}
}

// src/elements/implicit-submission.ts
/** What Enter in a text field does: presses the form's default button (HTML, implicit submission). */
function submitImplicitly(form) {
	const button = [...form.elements].find(isSubmitButton);
	if (!button) form.requestSubmit();
	else if (!button.matches(":disabled")) button.click();
}
/** Of a form's `elements`, which never have those of type `image`. */
var isSubmitButton = (element) => element.matches("button, input") && element.type === "submit";

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
	#stage = "open";
	#timer;
	constructor(host) {
		this.#host = host;
	}
	attach(form) {
		this.#form?.removeEventListener("submit", this.#handleSubmit, true);
		this.open();
		this.#form = form ?? void 0;
		form?.addEventListener("submit", this.#handleSubmit, true);
	}
	/** Lets the next submission in again. */
	open() {
		clearTimeout(this.#timer);
		this.#stage = "open";
	}
	/** Enter in a field. */
	submitImplicitly() {
		if (this.#form && this.#stage === "open") submitImplicitly(this.#form);
	}
	#handleSubmit = (event) => {
		if (!this.#host.gatesForm() || !isSending(event)) return;
		if (this.#stage === "open" && this.#host.holdsToken()) {
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
		let obtained = false;
		try {
			obtained = await this.#host.obtainToken();
		} finally {
			if (this.#isTokenizing() && form === this.#form) this.#stage = "open";
			else obtained = false;
		}
		if (!obtained || !form || !this.#host.gatesForm()) return;
		form.requestSubmit(isStillIn(form, submitter) ? submitter : null);
	}
	#isTokenizing() {
		return this.#stage === "tokenizing";
	}
	/** A page that handles the submission itself keeps its form open; one that is about to leave takes no second press. */
	#afterSubmit(event) {
		if (event.defaultPrevented) this.open();
		else this.#timer = setTimeout(this.open.bind(this), LEAVE_DEADLINE);
	}
};
/** Buttons that close a dialog send nothing, and those with formnovalidate (back, save, apply a coupon) do not ask for a card. */
function isSending({ submitter, target }) {
	const button = submitter;
	return (button?.formMethod || target.method) !== "dialog" && !button?.formNoValidate;
}
var isStillIn = (form, submitter) => submitter?.form === form;

// src/elements/reflect-state.ts
/** Form value, validity and custom states: what the platform, CSS and a form see of a payment. */
function reflectState(internals, state, { name, message, anchor }) {
	const { phase, frame, token } = state;
	const { complete, empty, fields } = publicCard(state);
	const custom = {
		ready: frame === "ready",
		complete,
		invalid: Object.values(fields).some(({ error }) => error !== null),
		busy: phase === "tokenizing",
		challenge: phase === "challenging"
	};
	for (const [stateName, holds] of Object.entries(custom)) if (holds) internals.states.add(stateName);
	else internals.states.delete(stateName);
	internals.setFormValue(token && name ? toFormValue(name, token) : null);
	if (complete) internals.setValidity({});
	else internals.setValidity(empty ? { valueMissing: true } : { badInput: true }, message, anchor);
}
/** One entry per token, all under the element's name, and which words of saving the card were agreed to. */
function toFormValue(name, { tokens, saveConsent }) {
	const data = new FormData();
	for (const token of tokens) data.append(name, token);
	if (saveConsent) data.append("save-card", saveConsent.version);
	return data;
}

// src/elements/shoji-card.styles.ts
/** A name for editors and the build, which minifies what bears it. Lit's own function would be the larger part of this file. */
var css = String.raw;
var shojiCardStyles = css`:host{isolation:isolate;display:block}.room{display:flow-root;position:relative}[hidden][hidden],:host([hidden]),:is(.badge,p,button):empty{display:none}.frame{margin:-4px;display:flow-root;position:relative}.skeleton{visibility:hidden;position:relative}.frame:not(.loading) .skeleton,.loading shoji-vault{position:absolute;inset:0;overflow:hidden}.loading:not(.covered) .shown{visibility:visible}.badge,.cover{position:absolute;inset-inline-end:0}.badge:not(:empty)~.frame.shared{margin-block-start:20px}.badge{z-index:1;color:#4a3500;background:#ffe08a;border:1px solid #0000;border-radius:4px;padding:0 7px;font:700 11px/18px system-ui,sans-serif}.cover{text-align:center;pointer-events:none;padding:28px 0;inset-inline-start:0}p{margin:8px 0 0;font-size:14px;line-height:1.5}.badge:not(:empty)~.failure{margin:28px 0 0}.failure,button{border:1px solid;border-radius:8px}.failure{color:var(--shoji-error,light-dark(#b3261e,#ffb4ab));padding:10px 12px;font-weight:600}slot[name=fallback]{margin:8px 0 0;display:block}button{min-height:44px;color:inherit;font:inherit;cursor:pointer;background:0 0;margin:8px 0 0;padding:0 16px}`;

// src/elements/skeleton.ts
/**
* The outline of the empty fields. It bears the parts, so it is styled by the shop and takes the very room that the fields will take;
* it is there until they are. It never holds anything of a card.
*/
var Skeleton = class {
	element = make("div", {
		class: "skeleton",
		"aria-hidden": "true",
		inert: ""
	});
	#names = [];
	#form;
	#width = -1;
	#rows = "";
	#rearranged;
	/** @param rearranged - other fields share a row now, or it is shown again after it was not */
	constructor(rearranged) {
		this.#rearranged = rearranged;
		new ResizeObserver(() => {
			requestAnimationFrame(() => {
				if (this.element.clientWidth !== this.#width) this.#arrange();
			});
		}).observe(this.element);
	}
	/**
	* @param wanted - in their order; what is no field at all is told elsewhere
	* @param words - of the frame: `label-…`, `placeholder-…` and `hint-…` of a field
	* @param isNeeded - the fields themselves are not there
	*/
	show(wanted, words, isNeeded) {
		const names = wanted.filter((name) => /^[a-z]+$/.test(name));
		const isOther = names.join() !== this.#names.join();
		this.#names = names;
		if (isOther || !isNeeded) {
			this.#form?.remove();
			this.#form = void 0;
		}
		if (!isNeeded) return;
		if (!this.#form) {
			this.#form = makeForm(names);
			this.element.prepend(this.#form);
			this.#arrange();
		}
		for (const node of this.#form.querySelectorAll(".label, .placeholder, .hint")) {
			const [part = "", name = ""] = node.part;
			node.textContent = words[`${part}-${name}`] ?? "";
		}
	}
	/** Another one, as it would stand here now. */
	outline() {
		const form = makeForm(this.#names);
		arrange(form, fieldsOf(form), this.#width);
		return form;
	}
	#arrange() {
		const form = this.#form;
		form?.classList.remove("apart");
		const width = this.#width = this.element.clientWidth;
		if (form) {
			form.style.setProperty("--row-gap", getComputedStyle(form).rowGap.replace("normal", ""));
			arrange(form, fieldsOf(form), width);
			form.classList.add("apart");
		}
		const rows = width ? rowsOf(this.#names, width) : [];
		this.element.parentElement?.classList.toggle("shared", (rows[0]?.length ?? 0) > 1);
		const before = this.#rows;
		this.#rows = rows.join(";");
		if (this.#rows && this.#rows !== before) this.#rearranged();
	}
};
var makeForm = (names) => make("div", {
	class: "form",
	part: "form"
}, ...names.map(makeField));
var fieldsOf = (form) => new Map([...form.children].map((field) => [field.classList[1], field]));
/** As the frame builds it (hosted/card-field.ts). */
function makeField(name) {
	const part = (partName, className, ...children) => make("div", {
		class: className,
		part: `${partName} ${name} empty`
	}, ...children);
	const input = part("input", "input", part("placeholder", "placeholder"));
	return part("field", `field ${name}`, part("label", "label"), make("div", { class: "box" }, input, part("brand", "brand")), part("hint", "message hint"));
}

// src/elements/shoji-card.ts
/** A change of any other property asks for a new hosted document. */
var QUIET_PROPERTIES = [
	"name",
	"disabled",
	"hostedUrl"
];
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
* @attr gateway - `gmo` (default: GMO PG Multi-Payment, token.js) or `gmo-v2` (its second generation, mp-token.js)
* @attr environment - `live` or `test`: which of the gateway's hosts; anything but live shows a badge
* @attr provider - whose hosts: `gmo-pg` (default), or `smbc-gp` for SMBC GMO Payment, with `gmo-v2` in the test environment only
* @attr shop-id - GMO shop ID, 1 to 13 alphanumerics; `gmo-v2` does not need it
* @attr api-key - API key of the shop, for `gmo-v2`
* @attr public-key - public key of the shop in base64, for `gmo-v2`
* @attr fields-by - whose fields the shopper types into: `shoji` (default), or `gateway` for the gateway's own, with `gmo-v2`
* @attr send-fingerprint - boolean: `gmo-v2` may send a fingerprint of the shopper's device to the gateway
* @attr hosted-url - address of the hosted document, on an origin of its own; read once, at first connect
* @attr fields - which of `number expiry cvc name`, in which order
* @attr brands - what the shop takes, of `visa mastercard jcb american-express diners-club discover unionpay maestro`; a card that
*   is certainly of another brand is refused at its field; left out: no brand is refused
* @attr token-count - how many tokens to issue, 1 to 10 (GMO codes 141, 142)
* @attr challenge - `redirect` (default) or `dialog`: how 3-D Secure is presented
* @attr consent - boolean: the shopper has to agree to what 3-D Secure passes on to the card issuer before a token is obtained
* @attr save - is the card to be saved for later payments: `ask` shows a box to be ticked, `always` says that it will be, `never` (default).
*   When it is, the form data have `save-card` with the version of those words; when the shopper did not tick the box, one token fewer
*   is issued than `token-count` says, because the last one is for saving
* @attr lang - BCP 47; else the nearest `lang` around the element, else the browser's language. Each locale is a file that is loaded
*   when it is needed; the words of an empty form are at hand in Japanese and English
* @attr disabled - as any form control
*
* @slot - shown until the fields are ready
* @slot font - a web font of the fields: `<link slot="font" data-family="Shop" data-weight="400 700" data-style="normal" href="…">`, from
*   a host that the policy of the hosted document allows
* @slot fallback - shown when the fields cannot be loaded, e.g. a link to another way of paying
*
* @fires {ShojiReadyEvent} shoji-ready - the fields can be typed into
* @fires {ShojiChangeEvent} shoji-change - what is known of the card changed
* @fires {ShojiTokenEvent} shoji-token - the gateway issued tokens
* @fires {ShojiErrorEvent} shoji-error - something went wrong; see `ErrorCode`
* @fires {ShojiChallengeEvent} shoji-challenge - the challenge opens or closes
* @fires {ShojiOutcomeEvent} shoji-outcome - the browser's part of the challenge is over
*
* @csspart form - the fields together: the grid that they stand in
* @csspart field - one field: label, input and what is below; like the parts within, it also has the field's name (`number expiry cvc
*   name`) and state (`focused invalid complete empty disabled`): `::part(number input)`, `::part(input invalid)`
* @csspart label - the label of a field
* @csspart input - the box that is typed into
* @csspart placeholder - the example in an empty box
* @csspart hint - the line of help below a box
* @csspart error - what is wrong with a field, or with the whole form
* @csspart brand - the mark of the card's brand, in the number
* @csspart badge - the mark of the test environment
* @csspart challenge - the dialog of 3-D Secure
* @csspart resume - what is known of a challenge that has no result here, above the fields
* @csspart consent - the box to be ticked
* @csspart save - what is said of saving the card, with its box
*
* @cssprop [--shoji-color=inherit] - colour of the text
* @cssprop --shoji-muted - colour of quiet text: hints and placeholders
* @cssprop --shoji-accent - colour of the focus
* @cssprop --shoji-error - colour of what is wrong
* @cssprop --shoji-background - ground of an input
* @cssprop --shoji-border-color - colour of an input's border
* @cssprop [--shoji-border-width=1px] - width of an input's border
* @cssprop [--shoji-radius=8px] - corners of an input
* @cssprop [--shoji-padding=14px] - room in an input before and after the text
* @cssprop [--shoji-height=48px] - height of an input
* @cssprop [--shoji-font=inherit] - font family
* @cssprop [--shoji-font-size=16px] - size of what is typed; below 16px iOS zooms in
* @cssprop [--shoji-label-size=14px] - size of a label
* @cssprop [--shoji-label-weight=600] - weight of a label
* @cssprop [--shoji-space=8px] - room between the rows
* @cssprop [--shoji-gap=16px] - room between fields side by side
* @cssprop [--shoji-ring=2px] - width of the focus ring
* @cssprop --shoji-columns - columns of the form, as `grid-template-columns`; left out, they follow from its width
*
* @cssstate ready - the fields can be typed into
* @cssstate complete - the card is complete, or its token is held
* @cssstate invalid - a field shows an error
* @cssstate busy - a token is being obtained
* @cssstate challenge - the challenge is under way
*/
var ShojiCard = class ShojiCard extends ReactiveElement {
	static formAssociated = true;
	static properties = {
		name: { reflect: true },
		gateway: {},
		environment: {},
		provider: {},
		shopId: { attribute: "shop-id" },
		apiKey: { attribute: "api-key" },
		publicKey: { attribute: "public-key" },
		fieldsBy: { attribute: "fields-by" },
		sendFingerprint: {
			type: Boolean,
			attribute: "send-fingerprint"
		},
		hostedUrl: { attribute: "hosted-url" },
		fields: {},
		brands: {},
		tokenCount: {
			type: Number,
			attribute: "token-count"
		},
		challenge: {},
		consent: { type: Boolean },
		save: {},
		disabled: {
			type: Boolean,
			reflect: true
		}
	};
	#internals;
	#payment;
	#localize;
	#gate;
	#view;
	#skeleton = new Skeleton(() => {
		this.#dresser.follow();
	});
	#dresser;
	#hosted;
	#isSilent = false;
	#isDisabled = false;
	#shownWords;
	constructor() {
		super();
		this.#internals = pristine.attachInternals(this);
		const root = pristine.attachRoot(this);
		const styles = shojiCardStyles + formStructure;
		pristine.setStyles(root, styles);
		this.name = null;
		this.gateway = "gmo";
		this.environment = "live";
		this.provider = "gmo-pg";
		this.shopId = "";
		this.apiKey = "";
		this.publicKey = "";
		this.fieldsBy = "shoji";
		this.sendFingerprint = false;
		this.hostedUrl = "";
		this.fields = "number expiry cvc name";
		this.brands = "";
		this.tokenCount = 1;
		this.challenge = "redirect";
		this.consent = false;
		this.save = "never";
		this.disabled = false;
		this.#localize = new LocalizeController(this, cardWords);
		this.#payment = new PaymentController({
			pristine,
			root,
			language: () => ({
				language: this.#localize.language,
				words: this.#localize.messages.threeDs
			}),
			requestUpdate: () => {
				super.requestUpdate();
			},
			announce: (what, state) => {
				this.#announce(what, state);
			},
			submitAsked: () => {
				this.#gate.submitImplicitly();
			}
		});
		this.#gate = new FormGate({
			gatesForm: () => Boolean(this.name) && !this.#isDisabled,
			holdsToken: () => this.#payment.state.token !== null,
			obtainToken: () => this.#obtainToken()
		});
		this.#view = new CardView(root, this.#payment.vault, this.#skeleton, this.#open);
		this.#dresser = new Dresser({
			pristine,
			host: this,
			skeleton: this.#skeleton.element,
			outline: () => this.#skeleton.outline(),
			addStyles: (text) => {
				pristine.setStyles(root, styles + text);
			},
			changed: ({ style, fonts }) => {
				this.#payment.dress({
					...this.#shown(),
					style,
					fonts
				});
			}
		});
		this.addEventListener("invalid", this.#handleInvalid);
		this.addEventListener("click", this.#handleClick);
	}
	/** Every field is filled in and right, or a token is held. */
	get complete() {
		return publicCard(this.#payment.state).complete;
	}
	/** Nothing is typed and no token is held. */
	get empty() {
		return publicCard(this.#payment.state).empty;
	}
	/** The card's brand, once it is certain: a hint, the gateway has the last word. */
	get brand() {
		return publicCard(this.#payment.state).brand;
	}
	/** Where the payment stands: `loading editing tokenizing awaiting-merchant challenging settled`, or `failed` without fields. */
	get state() {
		return this.#payment.state.phase;
	}
	/** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-form */
	get form() {
		return this.#internals.form;
	}
	/** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-validity */
	get validity() {
		return this.#internals.validity;
	}
	/** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-validationmessage */
	get validationMessage() {
		return this.#internals.validationMessage;
	}
	/** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-willvalidate */
	get willValidate() {
		return this.#internals.willValidate;
	}
	connectedCallback() {
		super.connectedCallback();
		this.#hosted ??= {
			hostedUrl: this.hostedUrl,
			page: document.baseURI
		};
		this.#gate.attach(this.form);
		window.addEventListener("pageshow", this.#handlePageShow);
		if (this.hasUpdated) this.#open();
	}
	disconnectedCallback() {
		super.disconnectedCallback();
		window.removeEventListener("pageshow", this.#handlePageShow);
		this.#gate.attach(null);
		this.#payment.close();
	}
	/**
	* Moved by `moveBefore()`, which takes nothing out of the page: the frame stays, and what is typed in it.
	* @see https://html.spec.whatwg.org/multipage/custom-elements.html#concept-custom-element-definition-lifecycle-callbacks
	*/
	connectedMoveCallback() {
		super.requestUpdate();
	}
	/**
	* Turns the card into one-time tokens, without a form. Fires `shoji-token`.
	* @throws {@link ShojiError} why there is no token; `shoji-error` is fired as well when the gateway or the line is why
	*/
	tokenize() {
		return this.#payment.tokenize(this.tokenCount);
	}
	/**
	* Takes the shopper to the card issuer. Fires `shoji-challenge` when it begins and ends, then `shoji-outcome`. Never says whether
	* the shopper was authenticated: only your server can find that out. A full page takes the promise with it: the tab remembers the
	* attempt, and the next `<shoji-card>` that the shopper meets by another way than the return URL offers to go on.
	* @param redirectUrl - RedirectUrl of ExecTran, whole
	* @param options - `presentation`, default: the attribute `challenge`; `signal` gives up (`cancelled`); `deadline` in milliseconds
	*   (`expired`); `returnUrl`, where a shopper goes who asks for the result; `accessId`, for the outcome
	* @throws {@link ShojiError} `redirect-url-invalid` or `busy`
	*/
	authenticate(redirectUrl, options = {}) {
		return this.#payment.authenticate(redirectUrl, {
			presentation: this.challenge,
			...options
		});
	}
	/** Empties the fields, forgets the token and gives up a challenge. Call it when your server refused the token. */
	clear() {
		this.#gate.open();
		this.#payment.clear();
	}
	/**
	* Focuses the first field.
	* @see https://developer.mozilla.org/docs/Web/API/HTMLElement/focus
	*/
	focus(options) {
		this.#payment.focusFields("first", options);
	}
	/**
	* Is the card complete? Shows nothing.
	* @see https://developer.mozilla.org/docs/Web/API/ElementInternals/checkValidity
	*/
	checkValidity() {
		this.#isSilent = true;
		try {
			return this.#internals.checkValidity();
		} finally {
			this.#isSilent = false;
		}
	}
	/**
	* Is the card complete? Shows what is missing at its field.
	* @see https://developer.mozilla.org/docs/Web/API/ElementInternals/reportValidity
	*/
	reportValidity() {
		return this.#internals.reportValidity();
	}
	/**
	* What is wrong with the way in which this page uses the element, and the line or header that mends it: for developers, in Japanese
	* or English. Loads `doctor.js` and waits some seconds for the fields. A page with `environment="test"` whose address has
	* `?shoji-doctor` shows the same.
	*/
	diagnose() {
		return this.#consult(false);
	}
	async #consult(isShown) {
		const { diagnose } = await importDoctor();
		return diagnose({
			pristine,
			host: this,
			skeleton: this.#skeleton.element,
			language: () => this.#localize.language,
			error: () => this.#payment.state.error
		}, isShown);
	}
	async #obtainToken() {
		if (!this.complete) {
			this.#payment.focusFields("wrong");
			return false;
		}
		try {
			await this.tokenize();
			return true;
		} catch (error) {
			if (error instanceof ShojiError) return false;
			throw error;
		}
	}
	#announce(what, state) {
		this.#reflect();
		if (what === "ready") this.#sendShown();
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
		this.#payment.speak();
		const isTest = this.environment !== "live";
		this.#view.show({
			isLoading: phase === "loading",
			isBusy: phase === "tokenizing",
			hasFailed: phase === "failed",
			badge: isTest ? messages["test-badge"] : "",
			badgeHint: messages["test-badge-hint"] ?? "",
			status: phase === "tokenizing" && messages.busy || "",
			error: this.#errorText(),
			reload: phase === "failed" && error && errorTypeOf(error) === "network" ? messages.reload : ""
		});
		this.#skeleton.show(this.#fieldNames, messages.frame, phase === "loading");
	}
	updated(changed) {
		if ([...changed.keys()].some((name) => !QUIET_PROPERTIES.includes(name))) this.#open();
		else if (this.#shownWords !== this.#localize.messages) this.#sendShown();
	}
	#errorText() {
		const { error, card } = this.#payment.state;
		const isElsewhere = error === "aborted" || Object.values(card.fields).some((field) => field.error === error);
		return error === null || isElsewhere ? "" : errorText(this.#localize.messages, error, errorTypeOf(error));
	}
	/** Whether these are fields at all is checked when the vault is opened. */
	get #fieldNames() {
		return this.fields.trim().split(/\s+/);
	}
	#open = () => {
		this.#gate.open();
		this.#payment.open({
			...Object.fromEntries(Object.keys(ShojiCard.properties).map((name) => [name, this[name]])),
			...this.#hosted,
			fields: this.#fieldNames,
			brands: this.brands.split(/\s+/).filter(Boolean),
			title: this.#localize.messages.frame["frame-title"]
		});
		const isTest = this.environment === "test";
		this.#dresser.dress(this.#localize.arrival, isTest);
		if (isTest && /[?&]shoji-doctor\b/.test(location.search)) this.#consult(true).catch(() => void 0);
	};
	#shown() {
		const { messages, language } = this.#localize;
		this.#shownWords = messages;
		return {
			language,
			words: messages.frame,
			disabled: this.#isDisabled
		};
	}
	/** What changed while the document was loading, or is another language now. A document that still loads hears nothing. */
	#sendShown() {
		const { language, words, disabled } = this.#shown();
		this.#payment.rename(this.#localize.messages.frame["frame-title"]);
		this.#payment.send({
			type: "labels",
			language,
			words
		});
		this.#payment.send({
			type: "disabled",
			disabled
		});
	}
	#reflect() {
		const { name } = this;
		reflectState(this.#internals, this.#payment.state, {
			name,
			message: this.#localize.messages.errors.incomplete,
			anchor: this.#payment.vault
		});
	}
	/** The browser's own bubble cannot point into the frame: the frame shows the errors at their fields instead. */
	#handleInvalid = (event) => {
		const { frame } = this.#payment.state;
		if (this.#isSilent || frame !== "ready") return;
		event.preventDefault();
		if (!this.form || this.form.querySelector(":invalid:not(fieldset)") === this) this.#payment.focusFields("wrong");
		else this.#payment.send({
			type: "focus",
			target: "none"
		});
	};
	/** A click on the element's label arrives here as a click on the element. */
	#handleClick = (event) => {
		if (event.composedPath()[0] === this) this.focus();
	};
	/** The frame emptied itself when the page was left. */
	#handlePageShow = (event) => {
		if (!event.persisted) return;
		this.#gate.open();
		this.#payment.empty();
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

export { ShojiOutcomeEvent as a, Vault as c, ShojiErrorEvent as i, ShojiError as l, ShojiChallengeEvent as n, ShojiReadyEvent as o, ShojiChangeEvent as r, ShojiTokenEvent as s, ShojiCard as t };
//# sourceMappingURL=elements.js.map