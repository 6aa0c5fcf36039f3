/** Which of EMV 3-D Secure's challenge windows fits a box (EMV 3DS protocol specification, Challenge Window Size; CSS pixels). */

export type WindowSizeCode = '01' | '02' | '03' | '04' | '05';

export interface WindowSize {
  /** As the shop's server could send it; `05` is whatever there is. */
  readonly code: WindowSizeCode;
  readonly width: number;
  readonly height: number;
}

/** Best first: issuers draw for the tall one; the widest is better than a small one. */
const SIZES: readonly WindowSize[] = [
  { code: '03', width: 500, height: 600 },
  { code: '04', width: 600, height: 400 },
  { code: '02', width: 390, height: 400 },
  { code: '01', width: 250, height: 400 },
];

/**
 * @param isSheet - the dialog fills the screen, so the window takes all of it
 * @example windowSizeFor(640, 700, false) // { code: '03', width: 500, height: 600 }
 */
export const windowSizeFor = (width: number, height: number, isSheet: boolean): WindowSize =>
  (isSheet ? undefined : SIZES.find((size) => size.width <= width && size.height <= height)) ?? { code: '05', width, height };

/** A phone, also one that lies on its side: the dialog fills the screen there, as its style sheet has it. */
export const isSheet = ({ innerWidth, innerHeight }: Pick<Window, 'innerWidth' | 'innerHeight'>): boolean =>
  innerWidth < 480 || innerHeight < 500;

/** What stands around the window in the dialog, CSS pixels: its border and the room beside it; with head and foot of one line each. */
const AROUND = { width: 34, height: 147 } as const;

/**
 * Which window the dialog is going to take on this page, for a server that wants to say so before there is a challenge. GMO's public
 * fields have no place for it. The dialog itself measures again.
 * @example challengeWindowSize(window) // '03'
 */
export const challengeWindowSize = (page: Pick<Window, 'innerWidth' | 'innerHeight'>): WindowSizeCode =>
  windowSizeFor(page.innerWidth - AROUND.width, page.innerHeight - AROUND.height, isSheet(page)).code;
