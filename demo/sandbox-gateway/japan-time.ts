/** Dates as GMO writes them: Japan time, which has no summer time, so nine hours ahead of UTC all year. */

const inJapan = (date: Date): string => new Date(date.getTime() + 9 * 3_600_000).toISOString().slice(0, 19);

/** `yyyy-MM-dd HH:mm JST`, for people. */
export const japanTime = (date: Date): string => `${inJapan(date).slice(0, 16).replace('T', ' ')} JST`;

/** RFC 3339: dates of the OpenAPI type. */
export const dateTime = (date: Date): string => `${inJapan(date)}+09:00`;

/** The last second of the day that is so many days later. */
export function endOfDayAfter(date: Date, days: number): Date {
  const day = inJapan(new Date(date.getTime() + days * 86_400_000)).slice(0, 10);
  return new Date(`${day}T23:59:59+09:00`);
}

/** `yyyyMMddHHmmss`: TranDate, ProcessDate. */
export const processDate = (date: Date): string => inJapan(date).replace(/\D/g, '');

/** The moment of `yyyyMMddHHmm`, or null when there is none such: PaymentExpireDate. */
export function momentOf(text: string): Date | null {
  const [, year = '', month = '', day = '', hour = '', minute = ''] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:00+09:00`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** `yyyy-MM-dd-HH-mm-ss`: toBeExpiredAt of a token. */
export const tokenExpiry = (date: Date): string => inJapan(date).replace(/[T:]/g, '-');

/** Is the month of a card's expiry (`YYMM`) over? */
export const isExpired = (expire: string, now: Date): boolean => expire < inJapan(now).slice(2, 7).replace('-', '');

export const sameDay = (a: Date, b: Date): boolean => inJapan(a).slice(0, 10) === inJapan(b).slice(0, 10);

export const sameMonth = (a: Date, b: Date): boolean => inJapan(a).slice(0, 7) === inJapan(b).slice(0, 7);
