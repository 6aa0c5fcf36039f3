/** The EMV 3-D Secure messages that travel through the browser: JSON in base64url. */

export type ThreeDsMessage = Readonly<Record<string, string>>;

export const MESSAGE_VERSION = '2.2.0';

export const encodeMessage = (message: ThreeDsMessage): string => Buffer.from(JSON.stringify(message)).toString('base64url');

/** Null for what is not an object in base64url. Values that are not text are left out. */
export function decodeMessage(text: string): ThreeDsMessage | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof value !== 'object' || value === null) return null;
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return null;
  }
}
