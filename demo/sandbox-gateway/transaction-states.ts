/** The life of a transaction, as tables. Dates count in Japan time. */
import type { ErrInfo } from './error-codes.ts';
import { endOfDayAfter, sameDay, sameMonth } from './japan-time.ts';

export type EntryJobCd = 'CHECK' | 'CAPTURE' | 'AUTH' | 'SAUTH';
export type AlterJobCd = (typeof ALTER)[number];
export type ChangeJobCd = 'AUTH' | 'CAPTURE' | 'SAUTH';
export type JobCd = EntryJobCd | AlterJobCd;
export type Status = 'UNPROCESSED' | 'AUTHENTICATED' | EntryJobCd | 'SALES' | 'VOID' | 'RETURN' | 'RETURNX';

export const ENTRY_JOBS: readonly string[] = ['CHECK', 'CAPTURE', 'AUTH', 'SAUTH'] satisfies EntryJobCd[];
const ALTER = ['SALES', 'VOID', 'RETURN', 'RETURNX', 'CANCEL', 'AUTH', 'CAPTURE'] as const;
export const ALTER_JOBS: readonly string[] = ALTER;
export const CHANGE_JOBS: readonly string[] = ['AUTH', 'CAPTURE', 'SAUTH'] satisfies ChangeJobCd[];

/** Not settled: nothing was asked of the issuer yet, or nothing came of it. */
export const UNSETTLED: readonly Status[] = ['UNPROCESSED', 'AUTHENTICATED'];

const DAY = 86_400_000;

type Moment = (processedAt: Date, now: Date) => boolean;
const always: Moment = () => true;
const laterMonth: Moment = (processedAt, now) => !sameMonth(processedAt, now);

/** One row: from these states, at this moment, to that state. Amount: the call must repeat the amount of the transaction. */
interface Alteration {
  readonly job: AlterJobCd;
  readonly from: readonly Status[];
  readonly when: Moment;
  readonly to: Status;
  readonly repeatsAmount: boolean;
}

const ALTERATIONS: readonly Alteration[] = [
  { job: 'SALES', from: ['AUTH', 'SAUTH'], when: always, to: 'SALES', repeatsAmount: true },
  { job: 'VOID', from: ['AUTH', 'SAUTH'], when: always, to: 'VOID', repeatsAmount: false },
  { job: 'VOID', from: ['CAPTURE', 'SALES'], when: sameDay, to: 'VOID', repeatsAmount: false },
  { job: 'RETURN', from: ['CAPTURE', 'SALES'], when: sameMonth, to: 'RETURN', repeatsAmount: false },
  { job: 'RETURNX', from: ['CAPTURE', 'SALES'], when: laterMonth, to: 'RETURNX', repeatsAmount: false },
  { job: 'AUTH', from: ['VOID', 'RETURN', 'RETURNX'], when: always, to: 'AUTH', repeatsAmount: true },
  { job: 'CAPTURE', from: ['VOID', 'RETURN', 'RETURNX'], when: always, to: 'CAPTURE', repeatsAmount: true },
];

/** CANCEL takes the first of these that fits. */
const CANCELLATIONS: readonly AlterJobCd[] = ['VOID', 'RETURN', 'RETURNX'];

/** Does this JobCd of AlterTran need an Amount? */
export const repeatsAmount = (job: string): boolean => ALTERATIONS.some((row) => row.job === job && row.repeatsAmount);

/** Authorisations can be captured for 60 days, to the end of the last one; nothing can be altered after 180. */
const AUTHORISATION_DAYS = 60;
const ALTERATION_DAYS = 180;

export const authorisedUntil = (settledAt: Date): Date => endOfDayAfter(settledAt, AUTHORISATION_DAYS);

interface Altered {
  readonly status: Status;
  readonly settledAt: Date | null;
  readonly processedAt: Date;
}

/** The state after an alteration, or why there is none. */
export function alter(transaction: Altered, job: AlterJobCd, now: Date): { readonly to: Status } | { readonly refused: ErrInfo } {
  const { status, settledAt, processedAt } = transaction;
  if (UNSETTLED.includes(status) || !settledAt) return { refused: 'E11010002' };
  const age = (now.getTime() - settledAt.getTime()) / DAY;
  if (age > ALTERATION_DAYS) return { refused: 'E11010010' };
  const jobs = job === 'CANCEL' ? CANCELLATIONS : [job];
  const row = ALTERATIONS.find((each) => jobs.includes(each.job) && each.from.includes(status) && each.when(processedAt, now));
  if (!row) return { refused: 'E11010003' };
  if (row.job === 'SALES' && now > authorisedUntil(settledAt)) return { refused: 'E01420010' };
  return { to: row.to };
}

/** ChangeTran changes the amount and leaves the state: which JobCd belongs to which state. */
export const CHANGES: Readonly<Record<ChangeJobCd, readonly Status[]>> = {
  AUTH: ['AUTH'],
  CAPTURE: ['CAPTURE', 'SALES'],
  SAUTH: ['SAUTH'],
};
