/** The shopper's own details: what the checkout form asks for, and what is wrong with an answer. Pure. */
export interface Details {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly postalCode: string;
  readonly prefecture: string;
  readonly address: string;
  readonly building: string;
}

export type DetailField = keyof Details;
export type DetailErrors = Partial<Record<DetailField, 'missing' | 'malformed' | 'long'>>;

/** In the order of the form. 254: RFC 5321, and the limit of Tds2Email. */
export const detailFields = {
  name: 60,
  email: 254,
  phone: 20,
  postalCode: 8,
  prefecture: 10,
  address: 100,
  building: 100,
} as const satisfies Record<DetailField, number>;

/** What need not be filled in. */
export const optionalFields: readonly DetailField[] = ['phone', 'building'];

/** In the order of JIS X 0401. */
export const prefectures = (
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 ' +
  '新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 ' +
  '徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'
).split(' ');

/**
 * Reads the form as a Japanese keyboard fills it: full-width digits, hyphens and @ count as their plain forms where only
 * those make sense. What cannot be used comes back as it was typed, with the reason.
 */
export function readDetails(form: Readonly<Record<string, unknown>>): { details: Details; errors: DetailErrors } {
  const text = (field: DetailField) => {
    const value = form[field];
    return typeof value === 'string' ? value.replace(/\p{Cc}/gu, ' ').trim() : '';
  };
  const details: Details = {
    name: text('name'),
    email: text('email').normalize('NFKC'),
    phone: plainPhone(text('phone')),
    postalCode: hyphenate(text('postalCode')),
    prefecture: text('prefecture'),
    address: text('address'),
    building: text('building'),
  };
  const errors: DetailErrors = {};
  for (const field of Object.keys(detailFields) as DetailField[]) {
    if (!details[field] && !optionalFields.includes(field)) errors[field] = 'missing';
    else if (details[field].length > detailFields[field]) errors[field] = 'long';
  }
  if (!errors.email && !/^[^\s@"<>(),:;\\[\]]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(details.email)) errors.email = 'malformed';
  if (!errors.phone && details.phone && !/^0\d{9,10}$/.test(details.phone)) errors.phone = 'malformed';
  if (!errors.postalCode && !/^\d{3}-\d{4}$/.test(details.postalCode)) errors.postalCode = 'malformed';
  if (!errors.prefecture && !prefectures.includes(details.prefecture)) errors.prefecture = 'malformed';
  return { details, errors };
}

/** As it is dialled in Japan: `+81 90-1234-5678` is `09012345678`. */
const plainPhone = (typed: string) => {
  const plain = typed.normalize('NFKC').replace(/[\s()ー‐‑–—−-]/g, '').replace(/^\+81(?:0)?/, '0');
  return /^\d+$/.test(plain) ? plain : typed;
};

const hyphenate = (typed: string) => {
  const plain = typed.normalize('NFKC').replace(/[\s〒ー‐‑–—−-]/g, '');
  return /^\d{7}$/.test(plain) ? `${plain.slice(0, 3)}-${plain.slice(3)}` : typed;
};
