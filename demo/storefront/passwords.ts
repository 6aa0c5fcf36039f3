/** Passwords: kept as what scrypt makes of them, with the salt and the costs beside it, so that the costs can rise later. */
import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';

export interface PasswordCosts {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP, "Password Storage Cheat Sheet": N=2^15, r=8, p=3. */
export const COSTS: PasswordCosts = { N: 2 ** 15, r: 8, p: 3 };
const LENGTH = 32;

const derive = (password: string, salt: Buffer, costs: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // one password typed on two keyboards is the same one
    scrypt(password.normalize('NFKC'), salt, LENGTH, { ...costs, maxmem: 256 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

export async function hashPassword(password: string, costs = COSTS): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, costs);
  return ['scrypt', costs.N, costs.r, costs.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Undefined is the hash of nobody: it takes as long as any other, and is never right. */
export async function isPassword(password: string, hash: string | undefined, costs = COSTS): Promise<boolean> {
  const nobodys = ['scrypt', costs.N, costs.r, costs.p, 'AAAAAAAAAAAAAAAAAAAAAA', Buffer.alloc(LENGTH).toString('base64url')].join('$');
  const [, N, r, p, salt = '', key = ''] = (hash ?? nobodys).split('$');
  const expected = Buffer.from(key, 'base64url');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(derived, expected) && hash !== undefined;
}
