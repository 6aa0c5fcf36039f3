/** What the shop says of the shopper for 3-D Secure, under the names of the protocol type. */
import type { Values } from './protocol-calls.ts';
import type { Address, OrderWithoutAmount, Payer, Tds2Information } from './requests.ts';

interface Told {
  readonly payer: Payer;
  readonly order: OrderWithoutAmount;
  readonly tds2Information?: Tds2Information;
}

export const riskFields = ({ payer, order, tds2Information }: Told): Values => ({
  ...Object.fromEntries(
    Object.entries(tds2Information?.tds2Data ?? {}).map(([name, value]) => [
      `Tds2${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      String(value),
    ]),
  ),
  Tds2Email: payer.email,
  Tds2DeliveryEmailAddress: payer.deliveryEmail,
  Tds2AddrMatch: order.addressMatch ? 'Y' : undefined,
  ...addressFields('Bill', order.billingAddress),
  ...addressFields('Ship', order.shippingAddress),
  ...phoneFields(payer),
});

const JAPAN = '392';

function addressFields(kind: 'Bill' | 'Ship', address: Address | undefined): Values {
  if (!address) return {};
  const { line1, line2, line3, city, state, postCode, country = JAPAN } = address;
  const fields = { Line1: line1, Line2: line2, Line3: line3, City: city, State: state, PostCode: postCode, Country: country };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`Tds2${kind}Addr${name}`, value]));
}

const PHONES: Readonly<Record<string, string>> = { MOBILE: 'Mobile', HOME: 'Home', WORK: 'Work' };

const phoneFields = ({ phones = [] }: Payer): Values =>
  Object.fromEntries(
    phones.flatMap(({ type = 'OTHER', countryCode, number }) => {
      const kind = PHONES[type];
      if (kind === undefined || countryCode === undefined || number === undefined) return [];
      return [
        [`Tds2${kind}PhoneCC`, countryCode],
        [`Tds2${kind}PhoneSubscriber`, number.replaceAll('-', '')],
      ];
    }),
  );
