/**
 * How a browser asks `/payment/CreateToken.json` for tokens: JavaScript text, for the token script of version 2 and for its card
 * number field. The card is JSON under the shop's own RSA key, PKCS#1 v1.5. WebCrypto does not know that padding, so it stands
 * here; nothing of it needs a secure context, eval or a library.
 */
const CREATE_TOKEN_REQUEST = String.raw`
  const ORIGIN = /*origin*/;

  // SubjectPublicKeyInfo: the algorithm, then a bit string with the two numbers. DER in base64, with or without the lines of PEM
  const readKey = (base64) => {
    const text = atob(base64.replace(/-----[^-]+-----|\s/g, ''));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const valueAt = (position) => {
      let length = bytes[position + 1];
      let start = position + 2;
      if (length > 127) {
        const bounds = start + (length & 127);
        for (length = 0; start < bounds; start += 1) length = length * 256 + bytes[start];
      }
      return { start, end: start + length };
    };
    const algorithm = valueAt(valueAt(0).start);
    const numbers = valueAt(valueAt(algorithm.end).start + 1);
    const modulus = valueAt(numbers.start);
    const exponent = valueAt(modulus.end);
    const numberAt = ({ start, end }) => numberOf(bytes.subarray(start, end));
    return { modulus: numberAt(modulus), exponent: numberAt(exponent) };
  };

  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const numberOf = (bytes) => BigInt('0x' + hex(bytes));

  const power = (base, exponent, modulus) => {
    let result = 1n;
    for (; exponent > 0n; exponent >>= 1n) {
      if (exponent & 1n) result = (result * base) % modulus;
      base = (base * base) % modulus;
    }
    return result;
  };

  // 00 02, random bytes that are not zero, 00, the text
  const encrypt = (text, publicKey) => {
    const { modulus, exponent } = readKey(publicKey);
    const message = new TextEncoder().encode(text);
    const length = modulus.toString(16).length + 1 >> 1;
    const block = new Uint8Array(length);
    const bounds = length - message.length - 1;
    if (bounds < 10) throw new RangeError('the card is too long for the key');
    crypto.getRandomValues(block.subarray(2, bounds));
    for (let at = 2; at < bounds; at += 1) while (block[at] === 0) crypto.getRandomValues(block.subarray(at, at + 1));
    block[1] = 2;
    block.set(message, bounds + 1);
    const digits = power(numberOf(block), exponent, modulus).toString(16).padStart(length * 2, '0');
    return btoa(digits.replace(/../g, (byte) => String.fromCharCode(parseInt(byte, 16))));
  };

  // one more than is allowed stays too long, and a sign of no card stays one: so whatever was typed fits below the key
  const MOST = { cardNumber: 16, cardholderName: 50, expiryMonth: 4, expiryYear: 4, securityCode: 4 };
  const shortened = (card) =>
    Object.fromEntries(
      Object.entries(MOST).map(([name, most]) => [name, String(card[name] ?? '').slice(0, most + 1).replace(/[^ -~]/g, '?')]),
    );

  // asks as { apiKey, publicKey } or { shopId, publicKey }; resolves with what the gateway says, whatever its status
  const createToken = async (card, count, { publicKey, ...asker }) => {
    let encryptedData;
    try {
      encryptedData = encrypt(JSON.stringify({ card: shortened(card) }), publicKey);
    } catch {
      return { result: 'validation_error', errorList: [{ title: 'the public key is of no use', legacyCode: '190' }] };
    }
    const response = await fetch(ORIGIN + '/payment/CreateToken.json', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify({ createCount: String(count ?? ''), encryptionParameters: { type: 'UNIQUE_PK', ...asker }, encryptedData }),
    });
    return response.json();
  };
`;

/** With the origin of this gateway. */
export const createTokenRequest = (gatewayOrigin: string): string =>
  CREATE_TOKEN_REQUEST.replace('/*origin*/', () => JSON.stringify(gatewayOrigin));
