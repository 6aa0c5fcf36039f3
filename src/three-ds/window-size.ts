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
