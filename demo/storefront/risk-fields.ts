/**
 * The Tds2 fields of ExecTran: what the issuer may know to let an honest shopper through without a challenge. Only what this shop
 * truly knows: it asks for no billing address, and never sees the holder's name, so the fields about those stay away. Pure.
 */
import { type Details, prefectures } from './details.ts';
import type { ShopperHistory } from './shopper-history.ts';

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });

/** YYYYMMDD in Japan. */
const dateOf = (date: Date): string => DAY.format(date).replaceAll('-', '');

const atMost = (most: number, count: number): string => String(Math.min(most, count));

/** Fields without a value are left out. */
export function riskFields(details: Details, history: ShopperHistory): Readonly<Record<string, string>> {
  const fields = {
    Tds2Email: details.email,
    ...phoneFields(details.phone),
    ...addressFields(details),
    // 02: with the shop's own password. 01: no login at all, the guest is known by a cookie.
    Tds2ThreeDSReqAuthMethod: history.isMember ? '02' : '01',
    Tds2ChAccDate: dateOf(history.since),
    Tds2NbPurchaseAccount: atMost(9999, history.purchases),
    Tds2TxnActivityDay: atMost(999, history.attemptsOfDay),
    Tds2TxnActivityYear: atMost(999, history.attemptsOfYear),
    Tds2ShipAddressUsage: dateOf(history.addressSince),
    Tds2ReorderItemsInd: history.hasBoughtSame ? '02' : '01',
    // in stock, and sent within three working days
    Tds2PreOrderPurchaseInd: '01',
    Tds2DeliveryTimeframe: '04',
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** A number as `readDetails` leaves it, with the zero that is only dialled inside Japan. 070, 080, 090: mobile telephones. */
function phoneFields(phone: string): Record<string, string> {
  if (!phone) return {};
  const kind = /^0[789]0/.test(phone) ? 'Mobile' : 'Home';
  return { [`Tds2${kind}PhoneCC`]: '81', [`Tds2${kind}PhoneSubscriber`]: phone.slice(1) };
}

/** The form asks for city, street and number in one field: it goes into lines of 50, and the city stays away. */
function addressFields({ postalCode, prefecture, address, building }: Details): Record<string, string> {
  const lines = [...linesOf(address), ...linesOf(building)].slice(0, 3);
  return {
    Tds2ShipAddrCountry: '392',
    // JIS X 0401 with three digits, as the gateway writes it
    Tds2ShipAddrState: String(prefectures.indexOf(prefecture) + 1).padStart(3, '0'),
    Tds2ShipAddrPostCode: postalCode,
    ...Object.fromEntries(lines.map((line, at) => [`Tds2ShipAddrLine${String(at + 1)}`, line])),
  };
}

const linesOf = (text: string): string[] => {
  const characters = Array.from(text);
  const lines: string[] = [];
  for (let at = 0; at < characters.length; at += 50) lines.push(characters.slice(at, at + 50).join(''));
  return lines;
};
