/**
 * The wire of the protocol type ("idPass"). Requests are forms, either urlencoded in Shift_JIS or UTF-8, percent-encoded or (npm
 * `gmopg`) with raw bytes, or multipart. Answers are `k=v&k=v` with nothing encoded, so a value may contain `&` and `=`.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** Windows-31J, Microsoft's Shift_JIS. */
const SHIFT_JIS = 'windows31j';

/** What a call was given: an absent parameter reads as an empty one. */
export class Parameters {
  readonly #values: ReadonlyMap<string, string>;

  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
  }

  get(name: string): string {
    return this.#values.get(name) ?? '';
  }
}

/** Reads a form. The first of two parameters of one name counts. */
export async function readParameters(request: Request): Promise<Parameters> {
  const type = request.headers.get('Content-Type') ?? '';
  const body = Buffer.from(await request.arrayBuffer());
  return new Parameters(/^multipart\/form-data/i.test(type) ? await readMultipart(body, type) : readUrlencoded(body, type));
}

async function readMultipart(body: Buffer, type: string): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  try {
    // TypeScript's DOM types do not let a Buffer be a body, Node does
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
    for (const [name, value] of form) {
      if (!values.has(name)) values.set(name, typeof value === 'string' ? value : await value.text());
    }
  } catch {
    // a broken body has no parameters, and the call says which are missing
  }
  return values;
}

function readUrlencoded(body: Buffer, type: string): Map<string, string> {
  // & and = are never the second byte of a Shift_JIS character, so the text can be cut before it is decoded
  const pairs = body
    .toString('latin1')
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      return (at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]).map(percentDecode);
    });
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1]?.toLowerCase();
  const utf8 = charset ? charset === 'utf-8' : pairs.flat().every((bytes) => isUtf8(bytes));
  const decode = (bytes: Buffer | undefined) => (bytes ? iconv.decode(bytes, utf8 ? 'utf-8' : SHIFT_JIS) : '');
  const values = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (!values.has(decode(name))) values.set(decode(name), decode(value));
  }
  return values;
}

const percentDecode = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

export type Answer = readonly (readonly [name: string, value: string])[];

/** Status 200, whatever it says: GMO's own clients take any other for a broken line. */
export function writeAnswer(answer: Answer): Response {
  const text = answer.map(([name, value]) => `${name}=${value}`).join('&');
  return new Response(new Uint8Array(iconv.encode(text, SHIFT_JIS)), {
    headers: { 'Content-Type': 'text/plain;charset=Windows-31J', 'Cache-Control': 'no-store' },
  });
}

/** Length in the bytes that GMO counts. */
export const byteLength = (text: string): number => iconv.encode(text, SHIFT_JIS).length;
