import { a as ShojiOutcomeEvent, i as ShojiErrorEvent, l as ShojiError, n as ShojiChallengeEvent, o as ShojiReadyEvent, r as ShojiChangeEvent, s as ShojiTokenEvent, t as ShojiCard } from "./elements.js";

// src/three-ds/window-size.ts
/** Best first: issuers draw for the tall one; the widest is better than a small one. */
var SIZES = [
	{
		code: "03",
		width: 500,
		height: 600
	},
	{
		code: "04",
		width: 600,
		height: 400
	},
	{
		code: "02",
		width: 390,
		height: 400
	},
	{
		code: "01",
		width: 250,
		height: 400
	}
];
/**
* @param isSheet - the dialog fills the screen, so the window takes all of it
* @example windowSizeFor(640, 700, false) // { code: '03', width: 500, height: 600 }
*/
var windowSizeFor = (width, height, isSheet) => (isSheet ? void 0 : SIZES.find((size) => size.width <= width && size.height <= height)) ?? {
	code: "05",
	width,
	height
};
/** A phone, also one that lies on its side: the dialog fills the screen there, as its style sheet has it. */
var isSheet = ({ innerWidth, innerHeight }) => innerWidth < 480 || innerHeight < 500;
/** What stands around the window in the dialog, CSS pixels: its border and the room beside it; with head and foot of one line each. */
var AROUND = {
	width: 34,
	height: 147
};
/**
* Which window the dialog is going to take on this page, for a server that wants to say so before there is a challenge. GMO's public
* fields have no place for it. The dialog itself measures again.
* @example challengeWindowSize(window) // '03'
*/
var challengeWindowSize = (page) => windowSizeFor(page.innerWidth - AROUND.width, page.innerHeight - AROUND.height, isSheet(page)).code;

export { ShojiCard, ShojiChallengeEvent, ShojiChangeEvent, ShojiError, ShojiErrorEvent, ShojiOutcomeEvent, ShojiReadyEvent, ShojiTokenEvent, challengeWindowSize };
//# sourceMappingURL=index.js.map