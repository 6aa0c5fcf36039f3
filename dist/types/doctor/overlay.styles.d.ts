/** In the top layer, at the edge of the window; nothing of the shop's style comes in. */
export declare const overlayStyles: string;
