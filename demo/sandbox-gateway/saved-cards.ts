/**
 * The calls about the cards of a member: five at most. CardSeq is 0–4 in the order of saving and counts anew when a card is deleted
 * (logical mode, SeqMode 0), or a number that a card has for ever (physical mode, SeqMode 1).
 */
import { FORWARD } from './acquirer.ts';
import { Refusal, type ErrInfo } from './error-codes.ts';
import { MEMBER, memberOf } from './members.ts';
import type { Answer, Parameters } from './protocol-body.ts';
import type { ProtocolCall } from './protocol.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { HeldCard, Member, StoredCard } from './store.ts';
import { cardOfToken, spendToken } from './tokens.ts';
import { UNSETTLED } from './transaction-states.ts';

export const MOST_CARDS = 5;

const saveCard: ProtocolCall = {
  required: MEMBER,
  optional: [
    ...(['SeqMode', 'CardSeq', 'DefaultFlag', 'CardName', 'CardPass', 'HolderName', 'TokenType', 'UpdateType'] as const),
    ...(['SrcMemberID', 'SrcCardSeq'] as const),
  ],
  check: faultsOfSource,
  run(parameters, context) {
    const member = memberOf(parameters, context);
    if (parameters.get('SrcMemberID') !== '') {
      const source = sourceOf(parameters, context);
      const stored = keep(member, source.card, parameters, context, source);
      return [...saved(member, stored, parameters), ...attributesOf(stored.card)];
    }
    // a call that is refused spends no token
    const token = parameters.get('Token');
    const stored = keep(member, cardOfToken(token, context), parameters, context);
    spendToken(token, context);
    return [...saved(member, stored, parameters), ...attributesOf(stored.card)];
  },
};

/** A card comes from a token, or from another place in the site (SrcMemberID and SrcCardSeq). */
function faultsOfSource(parameters: Parameters): ErrInfo[] {
  const has = (name: string) => parameters.get(name) !== '';
  if (has('CardNo')) return ['E61040001'];
  if (!has('SrcMemberID') && !has('SrcCardSeq')) return has('Token') ? [] : ['E01170001', 'E01180001'];
  if (has('Token')) return ['E01840010'];
  if (!has('SrcMemberID')) return ['E01880001'];
  return has('SrcCardSeq') ? [] : ['E01890001'];
}

function sourceOf(parameters: Parameters, { store }: SandboxContext): StoredCard {
  const source = store.members.get(parameters.get('SrcMemberID'));
  if (!source) throw new Refusal('E01880002');
  const cardSeq = Number(parameters.get('SrcCardSeq'));
  if (isOverLimit(cardSeq, parameters)) throw new Refusal('E01890009');
  const found = cardAt(source, cardSeq, parameters);
  if (!found) throw new Refusal('E01890002');
  return found;
}

const searchCard: ProtocolCall = {
  required: MEMBER,
  optional: ['SeqMode', 'CardSeq', 'UseSiteMaskLevel'],
  run(parameters, context) {
    const member = memberOf(parameters, context);
    const found = parameters.get('CardSeq') === '' ? member.cards : [cardOfMember(parameters, context)];
    if (found.length === 0) throw new Refusal('E01240002');
    const rows = found.map((stored): Answer => [
      ['CardSeq', cardSeqOf(member, stored, parameters)],
      ['DefaultFlag', stored.isDefault ? '1' : '0'],
      ['CardName', stored.cardName],
      ['CardNo', stored.card.masked],
      ['Expire', stored.card.expire],
      ['HolderName', stored.holderName],
      ['DeleteFlag', '0'],
      ...attributesOf(stored.card),
    ]);
    // empty items stay: the n-th of every list belongs to the n-th card
    return (rows[0] ?? []).map(([name], at) => [name, rows.map((row) => row[at]?.[1] ?? '').join('|')] as const);
  },
};

const deleteCard: ProtocolCall = {
  required: [...MEMBER, 'CardSeq'],
  optional: ['SeqMode'],
  run(parameters, context) {
    const { cards } = memberOf(parameters, context);
    cards.splice(cards.indexOf(cardOfMember(parameters, context)), 1);
    return [['CardSeq', parameters.get('CardSeq')]];
  },
};

const tradedCard: ProtocolCall = {
  required: ['ShopID', 'ShopPass', 'OrderID', ...MEMBER],
  optional: ['SeqMode', 'CardSeq', 'DefaultFlag', 'CardName', 'HolderName', 'UseSiteMaskLevel'],
  run(parameters, context) {
    const member = memberOf(parameters, context);
    const transaction = context.store.transactionOfOrder(parameters.get('OrderID'));
    if (!transaction) throw new Refusal('E01110002');
    const { card, memberId, status } = transaction;
    if (UNSETTLED.includes(status) || !card) throw new Refusal('E01110010');
    if (memberId !== '' && memberId !== member.memberId) throw new Refusal('E01630010');
    return saved(member, keep(member, card, parameters, context), parameters);
  },
};

const searchCardDetail: ProtocolCall = {
  required: ['ShopID', 'ShopPass'],
  optional: ['SearchType', 'OrderID', 'SiteID', 'SitePass', 'MemberID', 'SeqMode', 'CardSeq'],
  check(parameters) {
    if (parameters.get('CardNo') !== '') return ['E61040001'];
    return ['Token', 'OrderID', 'MemberID'].filter((name) => parameters.get(name) !== '').length === 1 ? [] : ['E01840010'];
  },
  run(parameters, context) {
    const card = cardInQuestion(parameters, context);
    return [['CardNo', card.masked], ...attributesOf(card), ...[1, 2, 3, 4, 5].map((number) => [`Info${String(number)}`, ''] as const)];
  },
};

function cardInQuestion(parameters: Parameters, context: SandboxContext): HeldCard {
  if (parameters.get('Token') !== '') return cardOfToken(parameters.get('Token'), context);
  if (parameters.get('MemberID') !== '') return savedCardOf(parameters, context).card;
  const transaction = context.store.transactionOfOrder(parameters.get('OrderID'));
  if (!transaction) throw new Refusal('E01110002');
  if (!transaction.card) throw new Refusal('E01110010');
  return transaction.card;
}

export const CARD_CALLS = {
  SaveCard: saveCard,
  SearchCard: searchCard,
  DeleteCard: deleteCard,
  TradedCard: tradedCard,
  SearchCardDetail: searchCardDetail,
} as const;

/** The saved card that a call of the shop names, with the site's password. */
export function savedCardOf(parameters: Parameters, context: SandboxContext): StoredCard {
  const [siteId, sitePass] = [parameters.get('SiteID'), parameters.get('SitePass')];
  if (siteId !== context.siteId || sitePass !== context.sitePass) throw new Refusal('E01210002');
  return cardOfMember(parameters, context);
}

/** A saved card by its CardSeq. */
function cardOfMember(parameters: Parameters, context: SandboxContext): StoredCard {
  const member = memberOf(parameters, context);
  const cardSeq = Number(parameters.get('CardSeq'));
  if (isOverLimit(cardSeq, parameters)) throw new Refusal('E01230009');
  const found = cardAt(member, cardSeq, parameters);
  if (!found) throw new Refusal('E01240002');
  return found;
}

const isPhysical = (parameters: Parameters): boolean => parameters.get('SeqMode') === '1';

const isOverLimit = (cardSeq: number, parameters: Parameters): boolean => !isPhysical(parameters) && cardSeq >= MOST_CARDS;

const cardAt = ({ cards }: Member, cardSeq: number, parameters: Parameters): StoredCard | undefined =>
  isPhysical(parameters) ? cards.find((stored) => stored.cardSeq === cardSeq) : cards[cardSeq];

const cardSeqOf = ({ cards }: Member, stored: StoredCard, parameters: Parameters): string =>
  String(isPhysical(parameters) ? stored.cardSeq : cards.indexOf(stored));

/** Saves a card where CardSeq says; without one, over the same card in physical mode, or as a new one. */
function keep(
  member: Member,
  card: HeldCard,
  parameters: Parameters,
  context: SandboxContext,
  source?: StoredCard,
): StoredCard {
  if (context.store.isNumberOf(member.memberId, card)) throw new Refusal('E01220010');
  if (context.store.isNumberOf(member.memberName, card)) throw new Refusal('E01430010');
  const same = isPhysical(parameters) ? member.cards.find((stored) => stored.card.fingerprint === card.fingerprint) : undefined;
  const known = parameters.get('CardSeq') === '' ? same : cardOfMember(parameters, context);
  if (!known && member.cards.length >= MOST_CARDS) throw new Refusal('E01230009');
  const kept = {
    card,
    holderName: parameters.get('HolderName') || (source?.holderName ?? card.holderName),
    cardName: parameters.get('CardName') || (source?.cardName ?? ''),
    cardPass: parameters.get('CardPass') || (source?.cardPass ?? ''),
    isDefault: parameters.get('DefaultFlag') === '1',
  };
  if (kept.isDefault) for (const stored of member.cards) stored.isDefault = false;
  if (known) return Object.assign(known, kept);
  const stored: StoredCard = { cardSeq: member.nextCardSeq++, ...kept };
  member.cards.push(stored);
  return stored;
}

const saved = (member: Member, stored: StoredCard, parameters: Parameters): Answer => [
  ['CardSeq', cardSeqOf(member, stored, parameters)],
  ['CardNo', stored.card.masked],
  ['Forward', FORWARD],
];

/** The attributes of a card, for shops whose contract has them. Of most the sandbox knows nothing. */
const attributesOf = ({ brand }: HeldCard): Answer => [
  ['Brand', brand],
  ['DomesticFlag', '2'],
  ['IssuerCode', FORWARD],
  ['DebitPrepaidFlag', ''],
  ['DebitPrepaidIssuerName', ''],
  ['ForwardFinal', FORWARD],
];
