import { ReactiveElement } from "lit";

// src/choice/instalments.ts
/**
* `(10000, 3)` → 3333, 3333 and 3334.
* @param amount - whole yen
* @returns null for what is no amount, and for one that has less than a yen for each payment
*/
function instalments(amount, count) {
	if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(count) || count < 1 || amount < count) return null;
	const each = Math.floor(amount / count);
	return {
		count,
		each,
		last: amount - each * (count - 1)
	};
}

// src/choice/method-options.ts
/** How shops call them. */
var SHORT_NAMES = {
	amex: "american-express",
	diners: "diners-club"
};
var LUMP_SUM = {
	method: "1",
	payTimes: null
};
/** `'2-3'` → instalments, three payments; undefined for what the gateway does not know. PayTimes has two digits at most. */
function parseOption(text) {
	const found = /^(?:([135])|(2)-([2-9]|[1-9]\d)|(4)-(2))$/.exec(text);
	if (!found) return void 0;
	const [, single, split, times, bonus, two] = found;
	const count = times ?? two;
	return {
		method: single ?? split ?? bonus,
		payTimes: count === void 0 ? null : Number(count)
	};
}
/** The reverse: `2-3`. */
var optionText = ({ method, payTimes }) => payTimes === null ? method : `${method}-${String(payTimes)}`;
/**
* `'1 2-3 2-6 5; amex: 1'` → these four, and the lump sum alone for American Express. An option is offered once; without any, there is
* the lump sum, which every card takes.
*/
function parseMethodOptions(text) {
	const unknown = [];
	const byBrand = /* @__PURE__ */ new Map();
	const read = (list) => {
		const found = /* @__PURE__ */ new Map();
		for (const word of list.split(/\s+/).filter(Boolean)) {
			const option = parseOption(word);
			if (option) found.set(word, option);
			else unknown.push(word);
		}
		return found.size ? [...found.values()] : [LUMP_SUM];
	};
	const [first = "", ...clauses] = text.split(";");
	const all = read(first);
	for (const clause of clauses.filter((each) => each.trim())) {
		const [, name, list] = /^\s*([a-z-]+)\s*:(.*)$/is.exec(clause) ?? [];
		if (name === void 0 || list === void 0) unknown.push(clause.trim());
		else byBrand.set(SHORT_NAMES[name.toLowerCase()] ?? name.toLowerCase(), read(list));
	}
	return {
		all,
		byBrand,
		unknown
	};
}
/** What is offered for a card of this brand; null while it is not known. */
var optionsFor = ({ all, byBrand }, brand) => brand !== null && byBrand.get(brand) || all;

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

// src/locales/import-member-words.ts
/** One file each, so that a bundler splits them. Those of the other two are in the script. */
var LOADS = {
	"zh-Hans": () => import("../locales/members/zh-Hans.js"),
	"zh-Hant": () => import("../locales/members/zh-Hant.js"),
	ko: () => import("../locales/members/ko.js"),
	vi: () => import("../locales/members/vi.js"),
	th: () => import("../locales/members/th.js"),
	pt: () => import("../locales/members/pt.js"),
	es: () => import("../locales/members/es.js"),
	fr: () => import("../locales/members/fr.js"),
	de: () => import("../locales/members/de.js"),
	id: () => import("../locales/members/id.js")
};
/** The npm package's way to these words; the script tag has one of its own (`import-member-words-beside.ts`). */
var importMemberWords = async (name) => {
	const load = LOADS[name];
	if (!load) throw new TypeError(name);
	return (await load()).members;
};

// src/locales/members/en.ts
/** English: what the shopper reads of saved cards and of ways to pay. */
var members$1 = {
	cards: "Card to pay with",
	ending: "ending in {digits}",
	expires: "expires {expiry}",
	default: "Your usual card",
	"last-month": "Expires this month",
	expired: "Expired",
	"expired-text": "This card has expired and cannot be used to pay.",
	new: "New card",
	choose: "Choose a card to pay with.",
	remove: "Remove",
	"remove-card": "Remove {card}",
	question: "Remove {card}?",
	confirm: "Yes, remove",
	keep: "Keep it",
	removed: "{card} was removed.",
	card: "Card",
	methods: "How to pay",
	"method-1": "One payment",
	"method-2": "Instalments",
	"method-3": "One payment with the bonus",
	"method-4": "Two payments with the bonuses",
	"method-5": "Revolving",
	"text-1": "The whole amount, once.",
	"text-2": "About the same amount every month.",
	"text-3": "The whole amount, once, when bonuses are paid in summer or winter.",
	"text-4": "Two payments, when bonuses are paid in summer and in winter.",
	"text-5": "About the same amount every month. Fees are charged as long as there is a balance, and paying can take long.",
	times: "{count} payments",
	"times-label": "Number of payments",
	even: "{count} × {each}",
	uneven: "{count} × {each}, and {last} as the last payment",
	fees: "Your card issuer decides whether there are fees and how high they are, when you are charged, and whether your card can be used in this way.",
	estimate: "Amounts are estimates without fees.",
	changed: "The way to pay is now “{method}”."
};

// src/locales/members/ja.ts
/** 日本語: what the shopper reads of saved cards and of ways to pay. The type of every other language is taken from this one. */
var members = {
	cards: "お支払いに使うカード",
	ending: "末尾 {digits}",
	expires: "有効期限 {expiry}",
	default: "いつものカード",
	"last-month": "今月で期限切れ",
	expired: "期限切れ",
	"expired-text": "有効期限が切れているため、お支払いに使えません。",
	new: "新しいカード",
	choose: "お支払いに使うカードを選んでください。",
	remove: "削除",
	"remove-card": "{card} を削除",
	question: "{card} を削除しますか？",
	confirm: "削除する",
	keep: "削除しない",
	removed: "{card} を削除しました。",
	card: "カード",
	methods: "お支払い方法",
	"method-1": "一括払い",
	"method-2": "分割払い",
	"method-3": "ボーナス一括払い",
	"method-4": "ボーナス2回払い",
	"method-5": "リボ払い",
	"text-1": "全額を1回で支払います。",
	"text-2": "毎月、ほぼ同じ額に分けて支払います。",
	"text-3": "夏か冬のボーナスの時期に、全額を1回で支払います。",
	"text-4": "夏と冬のボーナスの時期に、2回に分けて支払います。",
	"text-5": "毎月ほぼ一定の額を支払います。残高があるあいだ手数料がかかり、支払いが長く続くことがあります。",
	times: "{count}回",
	"times-label": "お支払い回数",
	even: "{each} × {count}回",
	uneven: "{each} × {count}回と、最後の1回 {last}",
	fees: "手数料の有無と額、引き落としの時期、この方法をご利用いただけるかどうかは、カード会社が決めます。",
	estimate: "金額は、手数料を含まない目安です。",
	changed: "お支払い方法を「{method}」に変更しました。"
};

// src/locales/member-words.ts
/** What the shopper reads of saved cards and of ways to pay: Japanese and English are at hand, every other language is loaded. */
var memberWords = {
	first: { en: members$1 },
	load: importMemberWords,
	loaded: /* @__PURE__ */ new Map([["ja", members], ["en", members$1]])
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

// src/elements/choice-events.ts
/** Another card is chosen, by the shopper or because the list is another one. */
var ShojiChooseCardEvent = class extends ShojiEvent {
	constructor(card) {
		super("shoji-choose-card", {
			card,
			sequence: card?.sequence ?? null
		});
	}
};
/** The shopper wants a saved card removed, and was asked. Remove it, and give the element the list that is left. */
var ShojiRemoveCardEvent = class extends ShojiEvent {
	constructor(card) {
		super("shoji-remove-card", {
			card,
			sequence: card.sequence
		});
	}
};
/** Another way to pay is chosen, by the shopper or because the card does not allow the one before. */
var ShojiChooseMethodEvent = class extends ShojiEvent {
	constructor(method, payTimes) {
		super("shoji-choose-method", {
			method,
			payTimes
		});
	}
};

// src/elements/choice-root.ts
/** The shadow root of an element with a choice: open, because it holds nothing that the page does not know. */
function openChoiceRoot(host, ...styles) {
	const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(styles.join(""));
	root.adoptedStyleSheets = [sheet];
	return root;
}
/** A text that did not change is not announced again. */
function say(element, text) {
	if (element.textContent !== text) element.textContent = text;
}
/** `('{card} was removed.', { card: 'Visa' })` → `Visa was removed.` */
var filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);

// src/elements/choice.styles.ts
/** A name for editors and the build, which minifies what bears it. */
var css$2 = String.raw;
/** Of both elements with a choice. Colours and measures are those of the fields (theme/form-look.ts), so that they look like one form. */
var choiceStyles = css$2`:host{--accent:var(--shoji-accent,light-dark(#33499e,#a9b8f5));--wrong:var(--shoji-error,light-dark(#b3261e,#ffb4ab));--line:var(--shoji-border-color,color-mix(in srgb, currentColor 48%, transparent));--muted:var(--shoji-muted,color-mix(in srgb, currentColor 78%, transparent));color:var(--shoji-color,inherit);font-family:var(--shoji-font,inherit);font-size:14px;line-height:1.5;display:block}*{box-sizing:border-box}[hidden][hidden],:host([hidden]),:is(p,output):empty{display:none}fieldset{border:0;min-inline-size:0;margin:0;padding:0}legend{font-size:var(--shoji-label-size,14px);font-weight:var(--shoji-label-weight,600);margin-block-end:6px;padding:0;line-height:20px}p,output{overflow-wrap:anywhere;word-break:auto-phrase;margin:0;font-size:13px}.options{border:var(--shoji-border-width,1px) solid var(--line);border-radius:var(--shoji-radius,8px);background-color:var(--shoji-background,color-mix(in srgb, currentColor 3%, transparent));overflow:clip}.option{padding:0 var(--shoji-padding,14px);border:0 solid color-mix(in srgb, currentColor 18%, transparent);grid-template-columns:auto 1fr auto;align-items:center;column-gap:12px;display:grid;position:relative}.option:not(:first-child){border-block-start-width:1px}.option.chosen{background:color-mix(in srgb, var(--accent) 8%, transparent)}input{z-index:1;block-size:20px;inline-size:20px;accent-color:var(--accent);margin:0;position:relative}label{min-inline-size:0;min-block-size:max(44px, var(--shoji-height,48px));font-size:var(--shoji-font-size,16px);overflow-wrap:anywhere;word-break:auto-phrase;cursor:pointer;flex-wrap:wrap;align-items:center;gap:2px 10px;padding-block:8px;line-height:1.4;display:flex}label:before{content:"";position:absolute;inset:0}:is(button,select,.question,.new,label>span){position:relative}input:disabled~label{cursor:default}.option>:is(p,output,.question,.new){grid-column:2/-1}.option>:is(p,output):not(:empty){color:var(--muted);margin-block-start:-6px;padding-block-end:10px}button,select{border:1px solid var(--line);min-block-size:44px;color:inherit;font:inherit;cursor:pointer;background:0 0;border-radius:8px}:is(button,select,input):focus-visible{outline:var(--shoji-ring,2px) solid var(--accent);outline-offset:2px}:is(legend,p,output,span,select){text-align:-webkit-match-parent;text-align:match-parent;unicode-bidi:plaintext}.heard{clip-path:inset(50%);block-size:1px;inline-size:1px;position:absolute;overflow:hidden}fieldset:disabled{opacity:.55}@media (prefers-contrast:more){:host{--line:currentColor;--muted:currentColor}}@media (forced-colors:active){.options{border-color:canvastext}.option.chosen{outline-offset:-2px;outline:2px solid highlight}fieldset:disabled{opacity:1;color:graytext}}`;

// src/elements/implicit-submission.ts
/** What Enter in a text field does: presses the form's default button (HTML, implicit submission). */
function submitImplicitly(form) {
	const button = [...form.elements].find(isSubmitButton);
	if (!button) form.requestSubmit();
	else if (!button.matches(":disabled")) button.click();
}
/** Of a form's `elements`, which never have those of type `image`. */
var isSubmitButton = (element) => element.matches("button, input") && element.type === "submit";

// src/elements/make.ts
function make(name, attributes = {}, ...children) {
	const element = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
	element.append(...children);
	return element;
}

// src/elements/method-row.ts
/** One way to pay: its radio button, its numbers of payments, what it means, and how the amount is divided. */
var MethodRow = class {
	#radio;
	#title;
	#counts = make("select", {
		part: "counts",
		dir: "auto"
	});
	#text;
	#estimate;
	element;
	#offered = [];
	#method;
	constructor(method, choose) {
		const id = `method-${method}`;
		this.#method = method;
		this.#radio = make("input", {
			type: "radio",
			name: "method",
			id,
			value: method,
			"aria-describedby": `${id}-text ${id}-estimate`
		});
		this.#title = make("span");
		this.#text = make("p", {
			id: `${id}-text`,
			part: "text"
		});
		this.#estimate = make("output", {
			id: `${id}-estimate`,
			part: "estimate"
		});
		const title = make("label", {
			for: id,
			part: "title"
		}, this.#title);
		this.element = make("div", { class: "option" }, this.#radio, title, this.#counts, this.#text, this.#estimate);
		const tell = () => {
			const option = this.#offered.find(({ payTimes }) => String(payTimes) === this.#counts.value) ?? this.#offered[0];
			if (option) choose(option);
		};
		this.#radio.addEventListener("change", tell);
		this.#counts.addEventListener("change", tell);
	}
	show({ words, language, offered, amount, chosen }) {
		const hasCounts = offered.length > 1;
		const isChosen = chosen !== null;
		const method = this.#method;
		const only = hasCounts ? null : offered[0]?.payTimes ?? null;
		const times = (count) => filled(words.times, { count: String(count) });
		say(this.#title, only !== null && method === "2" ? `${words["method-2"]} ${times(only)}` : words[`method-${method}`]);
		this.#showCounts(offered, times);
		this.#counts.hidden = !(hasCounts && isChosen);
		this.#counts.ariaLabel = words["times-label"];
		if (isChosen && hasCounts) this.#counts.value = String(chosen.payTimes);
		this.#radio.checked = isChosen;
		this.element.classList.toggle("chosen", isChosen);
		this.element.setAttribute("part", isChosen ? "option chosen" : "option");
		say(this.#text, words[`text-${method}`]);
		say(this.#estimate, chosen ? estimate(amount, chosen, words, language) : "");
	}
	#showCounts(offered, times) {
		const values = offered.map(({ payTimes }) => String(payTimes));
		const { value } = this.#counts;
		if (this.#offered !== offered && values.join() !== [...this.#counts.options].map((each) => each.value).join()) {
			this.#counts.replaceChildren(...values.map((each) => make("option", { value: each })));
			if (values.includes(value)) this.#counts.value = value;
		}
		this.#offered = offered;
		for (const [index, { payTimes }] of offered.entries()) say(this.#counts.options[index], times(payTimes));
	}
};
function estimate(amount, { payTimes }, words, language) {
	const divided = amount !== null && payTimes !== null && instalments(amount, payTimes);
	if (!divided) return "";
	const yen = yenIn(language);
	const { count, each, last } = divided;
	return each === last ? filled(words.even, {
		each: yen(each),
		count: String(count)
	}) : filled(words.uneven, {
		each: yen(each),
		count: String(count - 1),
		last: yen(last)
	});
}
/** Japanese prices are written 3,333円; the sign stands where another language is read. */
function yenIn(language) {
	const format = new Intl.NumberFormat(language, {
		style: "currency",
		currency: "JPY",
		currencyDisplay: language === "ja" ? "name" : "narrowSymbol"
	});
	return (amount) => format.format(amount).replace(/(?<=\d)\s+(?=円)/, "");
}

// src/elements/shoji-payment-method.styles.ts
/** A name for editors and the build, which minifies what bears it. */
var css$1 = String.raw;
var paymentMethodStyles = css$1`select{background-color:light-dark(#fff,#26272d);min-inline-size:88px;padding:0 10px;font-size:16px}output{font-variant-numeric:tabular-nums}.option>output:not(:empty){color:inherit;margin-block-start:-8px;font-weight:600}@media (width<380px){select{grid-column:2/-1;justify-self:start;margin-block-end:12px}}.note:not(:empty){color:var(--muted);margin-block-start:8px}`;

// src/elements/shoji-payment-method.ts
/** After any of these the card of the form may be one of another brand. */
var BRAND_EVENTS = [
	"shoji-change",
	"shoji-token",
	"shoji-choose-card"
];
/**
* How the shopper pays with a card in Japan (支払方法): in one payment, in instalments, with the bonuses, or revolving. It explains each in
* plain words, and says how an amount is divided, as an estimate: fees are the issuer's, and so is the last word. In a form it is a
* control like any other, and sends the gateway's own values, which the shop's server has to check.
*
* ```html
* <shoji-payment-method options="1 2-3 2-6 2-12 5; amex: 1" amount="12800"></shoji-payment-method>
* ```
*
* @summary The ways to pay that a shop offers, as a group of radio buttons.
*
* @attr options - what the shop offers, in the gateway's values: `1` one payment, `2-3` three instalments, `3` one payment with the bonus,
*   `4-2` two with the bonuses, `5` revolving. `; amex: 1` offers something else for the cards of a brand
* @attr amount - whole yen: how it is divided is shown
* @attr value - what is chosen at first, e.g. `2-3`; else `1`
* @attr brand - the card's brand; left out, it is that of the `<shoji-saved-cards>` or `<shoji-card>` of the same form
* @attr name - form-control name of the method, 1 to 5; `method` when left out
* @attr pay-times-name - form-control name of the number of payments, which methods 2 and 4 have; `pay-times` when left out
* @attr label - what stands above the list, instead of words of ours
* @attr lang - as of `<shoji-card>`
* @attr disabled - as any form control
*
* @fires {ShojiChooseMethodEvent} shoji-choose-method - another way is chosen, by the shopper or because the card does not allow the one before
* @fires {Event} change - the shopper chose
*
* @csspart group - all of it
* @csspart legend - what stands above the list
* @csspart option - one row; it also has its state (`chosen`)
* @csspart title - the name of a way to pay
* @csspart counts - the box with the numbers of payments
* @csspart text - what a way to pay means
* @csspart estimate - how the amount is divided
* @csspart note - that the issuer decides
*
* @cssprop [--shoji-color=inherit] - colour of the text
* @cssprop --shoji-muted - colour of quiet text
* @cssprop --shoji-accent - colour of what is chosen, and of the focus
* @cssprop --shoji-background - ground of the list
* @cssprop --shoji-border-color - colour of the list's border
* @cssprop [--shoji-border-width=1px] - width of the list's border
* @cssprop [--shoji-radius=8px] - corners of the list
* @cssprop [--shoji-padding=14px] - room in a row before and after the text
* @cssprop [--shoji-height=48px] - height of a row, at least
* @cssprop [--shoji-font=inherit] - font family
* @cssprop [--shoji-font-size=16px] - size of a name
* @cssprop [--shoji-label-size=14px] - size of what stands above
* @cssprop [--shoji-label-weight=600] - weight of what stands above
* @cssprop [--shoji-ring=2px] - width of the focus ring
*/
var ShojiPaymentMethod = class extends ReactiveElement {
	static formAssociated = true;
	static properties = {
		options: {},
		amount: { type: Number },
		brand: {},
		name: { reflect: true },
		payTimesName: { attribute: "pay-times-name" },
		label: {},
		disabled: {
			type: Boolean,
			reflect: true
		}
	};
	#internals = this.attachInternals();
	#localize = new LocalizeController(this, memberWords);
	#legend = make("legend", { part: "legend" });
	#options = make("div", { class: "options" });
	#note = make("p", {
		class: "note",
		part: "note"
	});
	/** There from the start: a region that comes with its text is not announced. */
	#status = make("p", {
		role: "status",
		class: "heard"
	});
	#group = make("fieldset", { part: "group" }, this.#legend, this.#options, this.#note, this.#status);
	#rows = /* @__PURE__ */ new Map();
	#parsed = parseMethodOptions("1");
	#offered = this.#parsed.all;
	#choice = optionText(this.#offered[0]);
	/** What the shopper, or a script, has chosen: it may not be offered now. */
	#wanted;
	#told;
	/** What the form knows. */
	#said;
	#isDisabled = false;
	#listeners = new AbortController();
	constructor() {
		super();
		this.options = "1";
		this.amount = null;
		this.brand = null;
		this.name = "method";
		this.payTimesName = "pay-times";
		this.label = "";
		this.disabled = false;
		this.addEventListener("click", this.#handleClick);
		this.#group.addEventListener("keydown", this.#handleKey);
	}
	/** What is chosen, as `options` writes it: `1`, `2-3`. */
	get value() {
		return this.#choice;
	}
	set value(option) {
		this.#wanted = option;
		this.#settle();
		this.requestUpdate();
	}
	/** As the gateway has it (GMO: Method). */
	get method() {
		return this.#chosen.method;
	}
	/** Number of payments (GMO: PayTimes); empty where there is none. */
	get payTimes() {
		return String(this.#chosen.payTimes ?? "");
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
		this.#follow();
	}
	disconnectedCallback() {
		super.disconnectedCallback();
		this.#listeners.abort();
	}
	/**
	* Focuses what is chosen.
	* @see https://developer.mozilla.org/docs/Web/API/HTMLElement/focus
	*/
	focus(options) {
		this.#group.querySelector("input:checked")?.focus(options);
	}
	/**
	* Always: something is chosen.
	* @see https://developer.mozilla.org/docs/Web/API/ElementInternals/checkValidity
	*/
	checkValidity() {
		return this.#internals.checkValidity();
	}
	/** @see https://developer.mozilla.org/docs/Web/API/ElementInternals/reportValidity */
	reportValidity() {
		return this.#internals.reportValidity();
	}
	createRenderRoot() {
		const root = openChoiceRoot(this, choiceStyles, paymentMethodStyles);
		root.append(this.#group);
		return root;
	}
	willUpdate(changed) {
		if (changed.has("options")) {
			this.#parsed = parseMethodOptions(this.options);
			const { unknown } = this.#parsed;
			if (unknown.length) console.warn(`shoji-payment-method: no option is ${unknown.join(", ")}`);
		}
		this.#settle();
	}
	update(changed) {
		super.update(changed);
		const words = this.#localize.messages;
		say(this.#legend, this.label || words.methods);
		this.#group.disabled = this.#isDisabled;
		this.#showRows();
		const isDivided = this.#offered.some(({ payTimes }) => instalments(this.amount ?? 0, payTimes ?? 0));
		const isPlain = this.#offered.every(({ method }) => method === "1");
		say(this.#note, isPlain ? "" : [words.fees, isDivided && words.estimate].filter(Boolean).join(" "));
	}
	updated() {
		const { method, payTimes } = this;
		if (this.#told === this.#choice) return;
		const isFirst = this.#told === void 0;
		this.#told = this.#choice;
		if (isFirst) return;
		const { messages } = this.#localize;
		const isOverruled = this.#wish !== null && this.#wish !== this.#choice;
		say(this.#status, isOverruled ? filled(messages.changed, { method: messages[`method-${method}`] }) : "");
		this.dispatchEvent(new ShojiChooseMethodEvent(method, payTimes || null));
	}
	#showRows() {
		const { messages: words, language } = this.#localize;
		const methods = [...new Set(this.#offered.map(({ method }) => method))];
		for (const [method, row] of this.#rows) {
			if (methods.includes(method)) continue;
			row.element.remove();
			this.#rows.delete(method);
		}
		methods.forEach((method, index) => {
			const row = this.#rows.get(method) ?? new MethodRow(method, this.#handleChoice);
			this.#rows.set(method, row);
			const offered = this.#offered.filter((option) => option.method === method);
			row.show({
				words,
				language,
				offered,
				amount: this.amount,
				chosen: method === this.method ? this.#chosen : null
			});
			const place = this.#options.children[index] ?? null;
			if (place !== row.element) this.#options.insertBefore(row.element, place);
		});
	}
	get #chosen() {
		return this.#offered.find((option) => optionText(option) === this.#choice);
	}
	/** What is chosen follows from what is offered for the card, and from what was chosen before. */
	#settle() {
		this.#offered = optionsFor(this.#parsed, this.#cardBrand);
		const offered = this.#offered.map(optionText);
		const first = [this.#wish, "1"].find((each) => each && offered.includes(each));
		this.#choice = first ?? offered[0];
		const said = JSON.stringify([
			this.name,
			this.payTimesName,
			this.#choice
		]);
		if (said === this.#said) return;
		this.#said = said;
		const { method, payTimes } = this;
		const data = new FormData();
		if (this.name) data.append(this.name, method);
		if (this.payTimesName && payTimes) data.append(this.payTimesName, payTimes);
		this.#internals.setFormValue(data, this.#choice);
	}
	get #wish() {
		return this.#wanted ?? this.getAttribute("value");
	}
	get #cardBrand() {
		const card = this.form?.querySelector("shoji-saved-cards") ?? this.form?.querySelector("shoji-card");
		return this.brand ?? card?.brand ?? null;
	}
	#follow() {
		this.#listeners.abort();
		this.#listeners = new AbortController();
		const { signal } = this.#listeners;
		for (const name of BRAND_EVENTS) this.form?.addEventListener(name, () => this.requestUpdate(), { signal });
		this.requestUpdate();
	}
	#handleChoice = (option) => {
		this.value = optionText(option);
		this.dispatchEvent(new Event("change", { bubbles: true }));
	};
	/** Radio buttons in here have no form of their own. */
	#handleKey = ({ key, target }) => {
		if (key === "Enter" && target instanceof HTMLInputElement && this.form) submitImplicitly(this.form);
	};
	/** A click on the element's label arrives here as a click on the element. */
	#handleClick = (event) => {
		if (event.composedPath()[0] === this) this.focus();
	};
	formAssociatedCallback() {
		this.#follow();
	}
	formDisabledCallback(disabled) {
		this.#isDisabled = disabled;
		this.requestUpdate();
	}
	formResetCallback() {
		this.#wanted = void 0;
		this.#settle();
		this.requestUpdate();
	}
	formStateRestoreCallback(state) {
		if (typeof state === "string") this.value = state;
	}
};

// src/choice/saved-card.ts
/** `'2912'` → December 2029; undefined for what is no month. */
function monthOf(expiry) {
	const found = /^(?:20)?(\d\d)-?(0[1-9]|1[0-2])$/.exec(expiry);
	return found ? (2e3 + Number(found[1])) * 12 + Number(found[2]) - 1 : void 0;
}
/** Good until the end of its month (as `card/expiry.ts` has it): `('2911', November 2029)` → `last-month`. */
function standingOf({ expiry }, today) {
	const month = monthOf(expiry);
	const now = today.getFullYear() * 12 + today.getMonth();
	return month === void 0 || month > now ? "good" : month === now ? "last-month" : "expired";
}
/** As it is printed on the card: `'202912'` → `'12/29'`; empty when it is no month. */
function printedExpiry({ expiry }) {
	const found = monthOf(expiry) === void 0 ? "" : expiry.replace("-", "").slice(-4);
	return found && `${found.slice(2)}/${found.slice(0, 2)}`;
}
/** What is left of the number, four digits at most: `'*************111'` → `'111'`. */
var lastDigits = ({ maskedNumber }) => /\d{0,4}$/.exec(maskedNumber.trim())?.[0] ?? "";
/** The list as it came: without what is no card, and without a second card of the same sequence. Nothing else is kept of a card. */
function readCards(list) {
	const cards = /* @__PURE__ */ new Map();
	for (const each of Array.isArray(list) ? list : []) {
		const sequence = textOf(each?.["sequence"]);
		if (!each || !sequence || cards.has(sequence)) continue;
		cards.set(sequence, {
			sequence,
			maskedNumber: textOf(each["maskedNumber"]),
			brand: textOf(each["brand"]).toLowerCase() || null,
			expiry: textOf(each["expiry"]),
			isDefault: each["isDefault"] === true
		});
	}
	return [...cards.values()];
}
var textOf = (value) => typeof value === "string" || typeof value === "number" ? String(value) : "";
/**
* Which card is chosen before the shopper has chosen: the default one.
* @returns its sequence; `''` for the new card, when no card of the list can be paid with; null when the shopper has to say
*/
function firstChoice(cards, hasNew, today) {
	const usable = cards.filter((card) => standingOf(card, today) !== "expired");
	return usable.find(({ isDefault }) => isDefault)?.sequence ?? (usable.length === 0 && hasNew ? "" : null);
}

// src/theme/brand-marks.ts
var BRAND_NAMES = {
	visa: "Visa",
	mastercard: "Mastercard",
	jcb: "JCB",
	"american-express": "Amex",
	"diners-club": "Diners",
	discover: "Discover",
	unionpay: "UnionPay",
	maestro: "Maestro"
};
var PLATE = "M3 0h26a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z";
var WHITE = "#fff";
var MARKS = {
	visa: [[WHITE, PLATE], [
		"#1a2b78",
		"M5 6.5l2.3 7 2.9-7M13.2 6.5l-1.4 7M20 7.6c-1.6-1.2-4-.9-4 .6 0 1.9 3.4 1.4 3.1 3.5-.2 1.6-2.8 1.9-4.3.7M21.4 13.5l3.3-7h.6l1.5 7M23 11.2h3.2",
		1.7
	]],
	mastercard: [
		[WHITE, PLATE],
		["#e0231f", "M12.5 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12z"],
		["#f5a01c", "M19.5 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12z"],
		["#f0641e", "M16 5.1a6 6 0 0 1 0 9.8 6 6 0 0 1 0-9.8z"]
	],
	jcb: [
		[WHITE, PLATE],
		["#14569f", "M6 3h5v11a3 3 0 0 1-3 3H5V6a3 3 0 0 1 1-3z"],
		["#c0203a", "M14 3h5v11a3 3 0 0 1-3 3h-3V6a3 3 0 0 1 1-3z"],
		["#1c8a3c", "M22 3h5v11a3 3 0 0 1-3 3h-3V6a3 3 0 0 1 1-3z"],
		[
			WHITE,
			"M9.3 8v3a1.5 1.5 0 0 1-3 .2M18 8.8a2 2 0 1 0 0 2.6M22.7 8v4.2h1.6a1.1 1.1 0 0 0 0-2.2h-1.4 1.2a1 1 0 0 0 0-2z",
			1.1
		]
	],
	"american-express": [["#0f6cb6", PLATE], [
		WHITE,
		"M3.5 13.5l2.6-7 2.6 7M4.4 11.3h3.4M10.5 13.5v-7l2.7 4.2 2.7-4.2v7M22 6.5h-3.6v7H22M18.4 10h3.2M24 6.5l4.6 7M28.6 6.5l-4.6 7",
		1.4
	]],
	"diners-club": [
		[WHITE, PLATE],
		["#1b5e9b", "M16 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z"],
		[WHITE, "M16 4.3a5.7 5.7 0 1 0 0 11.4 5.7 5.7 0 0 0 0-11.4z"],
		["#1b5e9b", "M14.8 6v8a4.2 4.2 0 0 1 0-8zM17.2 6v8a4.2 4.2 0 0 0 0-8z"]
	]
};
/** The brand as it stands at the end of the number field: a picture and its word, or the word alone. */
function brandMark(brand) {
	const mark = document.createElement("span");
	const word = document.createElement("span");
	word.textContent = BRAND_NAMES[brand];
	const strokes = MARKS[brand];
	if (strokes) {
		mark.append(picture(strokes));
		word.className = "heard";
	}
	mark.append(word);
	return mark;
}
function picture(strokes) {
	const make = (name, attributes) => {
		const element = document.createElementNS("http://www.w3.org/2000/svg", name);
		for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
		return element;
	};
	const svg = make("svg", {
		viewBox: "0 0 32 20",
		width: "32",
		height: "20",
		"aria-hidden": "true"
	});
	for (const [colour, d, width] of strokes) {
		const paint = width ? {
			fill: "none",
			stroke: colour,
			"stroke-width": String(width)
		} : { fill: colour };
		svg.append(make("path", {
			d,
			...paint
		}));
	}
	return svg;
}

// src/elements/saved-card-row.ts
var rows = 0;
/** One saved card: its radio button, what is known of it, and the question whether it is to be removed. */
var SavedCardRow = class {
	#id = `card-${String(rows += 1)}`;
	radio = make("input", {
		type: "radio",
		name: "card",
		id: this.#id,
		"aria-describedby": `${this.#id}-note`
	});
	#mark = make("span", {
		class: "mark",
		part: "mark"
	});
	#number = make("span", {
		class: "number",
		part: "number"
	});
	#expiry = make("span", {
		class: "expiry",
		part: "expiry"
	});
	#default = make("span", {
		class: "badge",
		part: "badge"
	});
	#standing = make("span", {
		class: "badge late",
		part: "badge"
	});
	#remove = make("button", {
		type: "button",
		class: "remove",
		part: "remove"
	});
	#note = make("p", {
		class: "note",
		part: "note",
		id: `${this.#id}-note`
	});
	#asked = make("p", { id: `${this.#id}-question` });
	#confirm = make("button", {
		type: "button",
		class: "confirm",
		part: "confirm"
	});
	#keep = make("button", {
		type: "button",
		class: "keep",
		part: "keep"
	});
	#question = make("div", {
		class: "question",
		part: "question",
		role: "group",
		"aria-labelledby": `${this.#id}-question`,
		hidden: ""
	}, this.#asked, this.#confirm, this.#keep);
	element = make("div", { class: "option" }, this.radio, make("label", {
		for: this.#id,
		part: "card"
	}, this.#mark, this.#number, this.#expiry, this.#default, this.#standing), this.#remove, this.#note, this.#question);
	#card;
	#shownMark;
	constructor(card, host) {
		this.#card = card;
		this.radio.addEventListener("change", () => host.choose(this.#card));
		this.#remove.addEventListener("click", () => {
			host.asks(this);
			this.#question.hidden = false;
			this.#keep.focus();
		});
		this.#keep.addEventListener("click", this.#forget);
		this.#confirm.addEventListener("click", () => {
			this.#forget();
			host.remove(this.#card);
		});
		this.#question.addEventListener("keydown", (event) => {
			if (event.key !== "Escape") return;
			event.stopPropagation();
			this.#forget();
		});
	}
	show({ card, words, today, isChosen, isRemovable }) {
		this.#card = card;
		const standing = standingOf(card, today);
		const isExpired = standing === "expired";
		const name = nameOf(card, words);
		const { element, radio } = this;
		radio.value = card.sequence;
		radio.disabled = isExpired;
		radio.checked = isChosen;
		for (const [state, holds] of Object.entries({
			chosen: isChosen,
			expired: isExpired
		})) element.classList.toggle(state, holds);
		element.setAttribute("part", [
			"option",
			isChosen && "chosen",
			isExpired && "expired"
		].filter(Boolean).join(" "));
		this.#showMark(card);
		const digits = lastDigits(card);
		say(this.#number, digits && filled(words.ending, { digits }));
		const expiry = printedExpiry(card);
		say(this.#expiry, expiry && filled(words.expires, { expiry }));
		say(this.#default, card.isDefault ? words.default : "");
		say(this.#standing, standing === "good" ? "" : words[standing]);
		for (const badge of [this.#default, this.#standing]) badge.hidden = !badge.textContent;
		say(this.#note, isExpired ? words["expired-text"] : "");
		say(this.#remove, words.remove);
		this.#remove.ariaLabel = filled(words["remove-card"], { card: name });
		this.#remove.hidden = !isRemovable;
		if (!isRemovable) this.#question.hidden = true;
		say(this.#asked, filled(words.question, { card: name }));
		say(this.#confirm, words.confirm);
		say(this.#keep, words.keep);
	}
	/** The question goes without an answer. */
	close() {
		this.#question.hidden = true;
	}
	#showMark({ brand }) {
		if (this.#shownMark === brand) return;
		this.#shownMark = brand;
		this.#mark.replaceChildren(isBrand(brand) ? brandMark(brand) : brand ?? "");
	}
	#forget = () => {
		this.close();
		this.#remove.focus();
	};
};
var isBrand = (text) => Object.hasOwn(BRAND_NAMES, text ?? "");
/** As it is said in a sentence: `Visa ending in 111`. */
function nameOf(card, words) {
	const { brand } = card;
	const digits = lastDigits(card);
	return [isBrand(brand) ? BRAND_NAMES[brand] : brand ?? words.card, digits && filled(words.ending, { digits })].filter(Boolean).join(" ");
}

// src/elements/shoji-saved-cards.styles.ts
/** A name for editors and the build, which minifies what bears it. */
var css = String.raw;
var savedCardsStyles = css`.mark{align-items:center;min-inline-size:32px;font-size:12px;font-weight:600;display:inline-flex}svg{box-shadow:0 0 0 1px color-mix(in srgb, currentColor 18%, transparent);border-radius:3px;display:block}.number{font-variant-numeric:tabular-nums}.expiry{color:var(--muted);font-variant-numeric:tabular-nums;font-size:13px}.badge{border:1px solid var(--line);border-radius:999px;padding:0 7px;font-size:12px;line-height:20px}.badge.late{border-color:var(--wrong);color:var(--wrong);font-weight:600}.expired :is(.mark,.number){opacity:.6}.remove{color:var(--accent);text-underline-offset:3px;border-color:#0000;font-size:14px;text-decoration:underline}.question{flex-wrap:wrap;align-items:center;gap:8px;padding-block-end:12px;display:flex}.question p{flex:100%;font-size:14px}.question button{padding:8px 16px;font-size:14px;font-weight:600}.confirm{border-color:var(--wrong);color:var(--wrong)}.new:not(.shown){visibility:hidden;block-size:0;overflow:clip}.new.shown{margin-inline:calc(-1 * var(--shoji-padding,14px));padding-block:8px 14px;padding-inline:var(--shoji-padding,14px);background:canvas}.option>.new{grid-column:1/-1}.alone{background:0 0;border:0}.alone .option{background:0 0;padding:0}.alone .new.shown{background:0 0;margin:0;padding:0}.failure:not(:empty){color:var(--wrong);margin-block-start:6px;font-weight:600}`;

// src/elements/shoji-saved-cards.ts
/** The choice that stands for the new card. */
var NEW = "";
/**
* The cards that a member of the shop has saved, to choose one of, or a new one. The list is the shop's own, as its server has it of the
* gateway; the element never sees a card number. In a form it is a control like any other: a saved card is sent as its sequence, and a
* new card as the token of the `<shoji-card>` that stands between the tags; never both.
*
* ```html
* <shoji-saved-cards name="card-seq" cards='[{ "sequence": "0", "maskedNumber": "*************111", "brand": "visa", "expiry": "2912" }]'>
*   <shoji-card name="token" shop-id="tshop00000001" environment="test"></shoji-card>
* </shoji-saved-cards>
* ```
*
* @summary A member's saved cards as a group of radio buttons, with a new card among them.
*
* @attr name - form-control name of the chosen card's sequence; without one nothing is sent and nothing is asked for
* @attr cards - the list as JSON: `sequence`, `maskedNumber`, `brand`, `expiry` (`YYMM` as the gateway writes it, or `YYYY-MM`), `isDefault`
* @attr label - what stands above the list, instead of words of ours
* @attr removable - boolean: each card can be removed; the shopper is asked first, and then it is the shop that removes it
* @attr lang - as of `<shoji-card>`
* @attr disabled - as any form control
*
* @slot - the new card: a `<shoji-card>`, alone or in an element of yours. It is `disabled` while a saved card is chosen
*
* @fires {ShojiChooseCardEvent} shoji-choose-card - another card is chosen, by the shopper or because the list is another one
* @fires {ShojiRemoveCardEvent} shoji-remove-card - the shopper wants a card removed, and was asked
* @fires {Event} change - the shopper chose
*
* @csspart group - all of it
* @csspart legend - what stands above the list
* @csspart option - one row; it also has its state (`chosen expired`)
* @csspart card - what is known of a card
* @csspart mark - the mark of the card's brand
* @csspart number - the last digits
* @csspart expiry - the expiry
* @csspart badge - `default`, and that a card expires this month or has expired
* @csspart note - why a card cannot be chosen
* @csspart remove - the button that removes a card
* @csspart question - whether the card is to be removed
* @csspart confirm - the button that says yes
* @csspart keep - the button that says no
* @csspart new - what the new card stands in
* @csspart error - that a card has to be chosen
*
* @cssprop [--shoji-color=inherit] - colour of the text
* @cssprop --shoji-muted - colour of quiet text
* @cssprop --shoji-accent - colour of what is chosen, and of the focus
* @cssprop --shoji-error - colour of what is wrong
* @cssprop --shoji-background - ground of the list
* @cssprop --shoji-border-color - colour of the list's border
* @cssprop [--shoji-border-width=1px] - width of the list's border
* @cssprop [--shoji-radius=8px] - corners of the list
* @cssprop [--shoji-padding=14px] - room in a row before and after the text
* @cssprop [--shoji-height=48px] - height of a row, at least
* @cssprop [--shoji-font=inherit] - font family
* @cssprop [--shoji-font-size=16px] - size of a card's text
* @cssprop [--shoji-label-size=14px] - size of what stands above
* @cssprop [--shoji-label-weight=600] - weight of what stands above
* @cssprop [--shoji-ring=2px] - width of the focus ring
*/
var ShojiSavedCards = class extends ReactiveElement {
	static formAssociated = true;
	static properties = {
		name: { reflect: true },
		cards: { type: Array },
		label: {},
		removable: { type: Boolean },
		disabled: {
			type: Boolean,
			reflect: true
		}
	};
	#internals = this.attachInternals();
	#localize = new LocalizeController(this, memberWords);
	#legend = make("legend", { part: "legend" });
	#slot = make("slot");
	#newRadio = make("input", {
		type: "radio",
		name: "card",
		id: "new",
		value: NEW
	});
	#newText = make("span");
	#newLabel = make("label", {
		for: "new",
		part: "card"
	}, this.#newText);
	#new = make("div", {
		class: "new",
		part: "new"
	}, this.#slot);
	#newRow = make("div", {
		class: "option",
		part: "option"
	}, this.#newRadio, this.#newLabel, this.#new);
	#options = make("div", { class: "options" }, this.#newRow);
	/** Both are there from the start: a region that comes with its text is not announced. */
	#error = make("p", {
		role: "alert",
		class: "failure",
		part: "error"
	});
	#status = make("p", {
		role: "status",
		class: "heard"
	});
	#group = make("fieldset", { part: "group" }, this.#legend, this.#options, this.#error, this.#status);
	#rows = /* @__PURE__ */ new Map();
	#list = [];
	/** A sequence, `NEW`, or null while nothing is chosen. */
	#choice = null;
	/** What the shopper, or a script, has chosen: it may not be in the list yet. */
	#wanted;
	#told;
	/** By sequence, the names of the cards that the shop was asked to remove. */
	#leaving = /* @__PURE__ */ new Map();
	#isDisabled = false;
	#isChallenged = false;
	#isSilent = false;
	constructor() {
		super();
		this.name = null;
		this.cards = null;
		this.label = "";
		this.removable = false;
		this.disabled = false;
		this.addEventListener("invalid", this.#handleInvalid);
		this.addEventListener("click", this.#handleClick);
		this.#group.addEventListener("keydown", this.#handleKey);
		this.addEventListener("shoji-change", this.#handleTyping);
		this.addEventListener("shoji-challenge", this.#handleChallenge);
		this.#newRadio.addEventListener("change", () => this.#handleChoice(NEW));
		this.#slot.addEventListener("slotchange", () => this.requestUpdate());
		customElements.whenDefined("shoji-card").then(() => this.requestUpdate());
	}
	/** The sequence of the chosen card; empty for the new card, and while nothing is chosen. */
	get value() {
		return this.#choice ?? "";
	}
	set value(sequence) {
		this.#want(sequence);
	}
	/** The chosen card; null for the new card, and while nothing is chosen. */
	get chosen() {
		return this.#list.find(({ sequence }) => sequence === this.#choice) ?? null;
	}
	/** The new card is chosen. */
	get isNew() {
		return this.#choice === NEW;
	}
	/** Of the chosen card, or of the new one once it is certain. */
	get brand() {
		return (this.isNew ? this.#newCards[0]?.brand : this.chosen?.brand) ?? null;
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
	/**
	* Focuses the chosen card, or the first that can be.
	* @see https://developer.mozilla.org/docs/Web/API/HTMLElement/focus
	*/
	focus(options) {
		const radios = [...this.#group.querySelectorAll("input:enabled")];
		(radios.find(({ checked }) => checked) ?? radios[0])?.focus(options);
	}
	/**
	* Is a card chosen? Shows nothing.
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
	* Is a card chosen? Says so when none is.
	* @see https://developer.mozilla.org/docs/Web/API/ElementInternals/reportValidity
	*/
	reportValidity() {
		return this.#internals.reportValidity();
	}
	createRenderRoot() {
		const root = openChoiceRoot(this, choiceStyles, savedCardsStyles);
		root.append(this.#group);
		return root;
	}
	willUpdate(changed) {
		if (changed.has("cards")) this.#list = readCards(this.cards);
		this.#settle();
	}
	update(changed) {
		super.update(changed);
		const words = this.#localize.messages;
		const isAlone = this.#list.length === 0;
		say(this.#legend, this.label || words.cards);
		this.#legend.hidden = this.#newRadio.hidden = this.#newLabel.hidden = isAlone;
		this.#options.classList.toggle("alone", isAlone);
		this.#group.disabled = this.#isDisabled;
		this.#showRows();
		this.#newRow.hidden = !this.#hasNew;
		this.#newRow.classList.toggle("chosen", this.isNew);
		this.#newRow.setAttribute("part", this.isNew ? "option chosen" : "option");
		this.#newRadio.checked = this.isNew;
		say(this.#newText, words.new);
		if (this.#choice !== null) say(this.#error, "");
		else if (this.#error.textContent) say(this.#error, words.choose);
		this.#arrange();
	}
	updated() {
		if (this.#told === this.#choice) return;
		const isFirst = this.#told === void 0 && this.#choice === null;
		this.#told = this.#choice;
		if (!isFirst) this.dispatchEvent(new ShojiChooseCardEvent(this.chosen));
	}
	#showRows() {
		const words = this.#localize.messages;
		const today = /* @__PURE__ */ new Date();
		const focused = this.shadowRoot?.activeElement;
		let isLost = false;
		for (const [sequence, row] of this.#rows) {
			if (this.#list.some((card) => card.sequence === sequence)) continue;
			isLost ||= row.element.contains(focused ?? null);
			row.element.remove();
			this.#rows.delete(sequence);
			const name = this.#leaving.get(sequence);
			this.#leaving.delete(sequence);
			if (name !== void 0) say(this.#status, filled(words.removed, { card: name }));
		}
		this.#list.forEach((card, index) => {
			const { sequence } = card;
			const row = this.#rows.get(sequence) ?? this.#makeRow(card);
			row.show({
				card,
				words,
				today,
				isChosen: sequence === this.#choice,
				isRemovable: this.removable
			});
			const place = this.#options.children[index] ?? null;
			if (place !== row.element) this.#options.insertBefore(row.element, place);
		});
		if (isLost) this.focus();
	}
	#makeRow(card) {
		const row = new SavedCardRow(card, {
			choose: ({ sequence }) => this.#handleChoice(sequence),
			remove: (asked) => {
				this.#leaving.set(asked.sequence, nameOf(asked, this.#localize.messages));
				this.dispatchEvent(new ShojiRemoveCardEvent(asked));
			},
			asks: (asking) => {
				for (const each of this.#rows.values()) if (each !== asking) each.close();
			}
		});
		this.#rows.set(card.sequence, row);
		return row;
	}
	get #hasNew() {
		return this.#slot.assignedElements().length > 0;
	}
	get #newCards() {
		const inside = (element) => [...element.matches("shoji-card") ? [element] : [], ...element.querySelectorAll("shoji-card")];
		return this.#slot.assignedElements({ flatten: true }).flatMap(inside);
	}
	/** A new card that is not chosen neither holds the form back nor has a token for it. */
	#arrange() {
		this.#new.classList.toggle("shown", this.isNew || this.#isChallenged);
		const isAside = this.#isDisabled || !this.isNew;
		for (const card of this.#newCards) if (card.hasAttribute("disabled") !== isAside) card.toggleAttribute("disabled", isAside);
	}
	#want(choice) {
		this.#wanted = choice;
		this.#settle();
		this.#arrange();
		this.requestUpdate();
	}
	/** What is chosen follows from the list and from what was chosen before. */
	#settle() {
		const wanted = this.#wanted;
		const today = /* @__PURE__ */ new Date();
		const canBe = (choice) => choice === NEW ? this.#hasNew : this.#list.some((card) => card.sequence === choice && standingOf(card, today) !== "expired");
		this.#choice = wanted !== void 0 && canBe(wanted) ? wanted : firstChoice(this.#list, this.#hasNew, today);
		this.#reflect();
	}
	#reflect() {
		const isInert = this.isNew && this.#newCards.some((card) => card.matches(":not(:defined)"));
		const isMissing = Boolean(this.name) && (this.#choice === null || isInert);
		this.#internals.setFormValue(this.#choice || null, this.#choice);
		if (isMissing) this.#internals.setValidity({ valueMissing: true }, this.#localize.messages.choose, this.#group);
		else this.#internals.setValidity({});
	}
	#handleChoice(choice) {
		this.#want(choice);
		this.dispatchEvent(new Event("change", { bubbles: true }));
	}
	/** The sentence stands here, instead of in a bubble of the browser's. */
	#handleInvalid = (event) => {
		if (this.#isSilent || event.target !== this) return;
		event.preventDefault();
		say(this.#error, this.#localize.messages.choose);
		if (!this.form || this.form.querySelector(":invalid:not(fieldset)") === this) this.focus();
	};
	/** Radio buttons in here have no form of their own. */
	#handleKey = ({ key, target }) => {
		if (key === "Enter" && target instanceof HTMLInputElement && this.form) submitImplicitly(this.form);
	};
	/** A click on the element's label arrives here as a click on the element. */
	#handleClick = (event) => {
		if (event.composedPath()[0] === this) this.focus();
	};
	/** A card that is being typed is not taken away when a list comes. */
	#handleTyping = ({ empty }) => {
		if (!empty && this.isNew) this.#wanted = NEW;
	};
	/** At once: the issuer's dialog stands in the new card, which pays with a saved one, too. */
	#handleChallenge = ({ open }) => {
		this.#isChallenged = open;
		this.#arrange();
	};
	formDisabledCallback(disabled) {
		this.#isDisabled = disabled;
		this.requestUpdate();
	}
	formResetCallback() {
		this.#wanted = void 0;
		say(this.#error, "");
		this.#settle();
		this.requestUpdate();
	}
	formStateRestoreCallback(state) {
		if (typeof state === "string") this.#want(state);
	}
};

export { ShojiRemoveCardEvent as a, ShojiChooseMethodEvent as i, ShojiPaymentMethod as n, instalments as o, ShojiChooseCardEvent as r, ShojiSavedCards as t };
//# sourceMappingURL=elements.js.map