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

export { evaluate as n, frameOfCard as t };