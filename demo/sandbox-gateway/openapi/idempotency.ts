/** Idempotency-Key: a request that was answered well is not done again, it is answered again. */
import { createHmac, randomBytes } from 'node:crypto';
import type { SandboxContext } from '../sandbox-context.ts';
import type { KeptAnswer } from '../store.ts';
import type { Answered } from './answers.ts';
import { Problem } from './problems.ts';

const LONGEST = 36;
const DAY = 86_400_000;

/** So that nothing of a body can be guessed from what is kept. */
const secret = randomBytes(32);

/** Does the work once for each key; a failure is forgotten, and may be tried again. */
export async function once(
  key: string,
  request: string,
  { store: { keptAnswers }, now }: SandboxContext,
  work: () => Promise<Answered>,
): Promise<Answered> {
  if (key === '') return work();
  if (Array.from(key).length > LONGEST) throw new Problem('invalid_header', 'The key is too long.(Idempotency-Key)');
  const fingerprint = createHmac('sha256', secret).update(request).digest('hex');
  const known = keptAnswers.get(key);
  if (known && now().getTime() - known.at.getTime() < DAY) {
    if (known.fingerprint !== fingerprint) {
      throw new Problem('invalid_header', 'The key belongs to another request.(Idempotency-Key)');
    }
    if (!known.answer) throw new Problem('conflict', 'The same request is being worked on.');
    return known.answer;
  }
  const kept: KeptAnswer = { fingerprint, at: now(), answer: null };
  keptAnswers.set(key, kept);
  try {
    kept.answer = await work();
    return kept.answer;
  } catch (error) {
    keptAnswers.delete(key);
    throw error;
  }
}
