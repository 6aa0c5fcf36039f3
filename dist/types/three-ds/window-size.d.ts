/** Which of EMV 3-D Secure's challenge windows fits a box (EMV 3DS protocol specification, Challenge Window Size; CSS pixels). */
export type WindowSizeCode = '01' | '02' | '03' | '04' | '05';
export interface WindowSize {
    /** As the shop's server could send it; `05` is whatever there is. */
    readonly code: WindowSizeCode;
    readonly width: number;
    readonly height: number;
}
/**
 * @param isSheet - the dialog fills the screen, so the window takes all of it
 * @example windowSizeFor(640, 700, false) // { code: '03', width: 500, height: 600 }
 */
export declare const windowSizeFor: (width: number, height: number, isSheet: boolean) => WindowSize;
/** A phone, also one that lies on its side: the dialog fills the screen there, as its style sheet has it. */
export declare const isSheet: ({ innerWidth, innerHeight }: Pick<Window, "innerWidth" | "innerHeight">) => boolean;
/**
 * Which window the dialog is going to take on this page, for a server that wants to say so before there is a challenge. GMO's public
 * fields have no place for it. The dialog itself measures again.
 * @example challengeWindowSize(window) // '03'
 */
export declare const challengeWindowSize: (page: Pick<Window, "innerWidth" | "innerHeight">) => WindowSizeCode;
