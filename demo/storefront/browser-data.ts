/** What the card element says of the browser. It comes from the browser, so every value is held to its kind and size. Pure. */

/** The names of EMV 3DS without their prefix `browser`. */
export interface BrowserData {
  readonly colorDepth: number;
  /** Minutes from local time to UTC: -540 in Japan. */
  readonly timezone: number;
  readonly language: string;
  readonly screenWidth: number;
  readonly screenHeight: number;
}

/** Null for what is absent or not to be understood: a payment never fails for it. */
export function readBrowserData(text: string | undefined): BrowserData | null {
  if (!text || text.length > 1000) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { colorDepth, timezone, language, screenWidth, screenHeight } = value as Record<string, unknown>;
  const isWhole = (number: unknown, least: number, most: number): number is number =>
    Number.isInteger(number) && Number(number) >= least && Number(number) <= most;
  if (!isWhole(colorDepth, 1, 99) || !isWhole(timezone, -1440, 1440)) return null;
  if (!isWhole(screenWidth, 1, 999_999) || !isWhole(screenHeight, 1, 999_999)) return null;
  // BCP 47, and at most the eight characters of EMV 3DS
  if (typeof language !== 'string' || !/^[a-z\d-]{1,35}$/i.test(language)) return null;
  return { colorDepth, timezone, language: language.slice(0, 8), screenWidth, screenHeight };
}
