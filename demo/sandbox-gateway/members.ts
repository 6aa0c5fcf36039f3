/** The calls about members of a site and their saved cards. */
import { FORWARD } from './acquirer.ts';
import { Refusal, type ErrInfo } from './error-codes.ts';
import type { Answer, Parameters } from './protocol-body.ts';
import type { ProtocolCall } from './protocol.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { HeldCard, Member, StoredCard } from './store.ts';
import { spendToken } from './tokens.ts';
import { UNSETTLED } from './transaction-states.ts';

const MOST_CARDS = 5;

const memberOf = (parameters: Parameters, { store }: SandboxContext): Member => {
  const member = store.members.get(parameters.get('MemberID'));
  if (!member) throw new Refusal('E01390002');
  return member;
};

const MEMBER = ['SiteID', 'SitePass', 'MemberID'] as const;

const saveMember: ProtocolCall = {
  required: MEMBER,
  optional: ['MemberName'],
  run(parameters, { store }) {
    const memberId = parameters.get('MemberID');
    if (store.members.has(memberId)) throw new Refusal('E01390010');
    store.members.set(memberId, { memberId, memberName: parameters.get('MemberName'), cards: [], nextCardSeq: 0 });
    return [['MemberID', memberId]];
  },
};

const searchMember: ProtocolCall = {
  required: MEMBER,
  optional: [],
  run(parameters, context) {
    const { memberId, memberName } = memberOf(parameters, context);
    return [
      ['MemberID', memberId],
      ['MemberName', memberName],
      ['DeleteFlag', '0'],
    ];
  },
};

const updateMember: ProtocolCall = {
  required: MEMBER,
  optional: ['MemberName'],
  run(parameters, context) {
    const member = memberOf(parameters, context);
    member.memberName = parameters.get('MemberName');
    return [['MemberID', member.memberId]];
  },
};

const deleteMember: ProtocolCall = {
  required: MEMBER,
  optional: [],
  run(parameters, context) {
    const { memberId } = memberOf(parameters, context);
    context.store.members.delete(memberId);
    return [['MemberID', memberId]];
  },
};

const saveCard: ProtocolCall = {
  required: MEMBER,
  optional: ['SeqMode', 'CardSeq', 'DefaultFlag', 'HolderName', 'TokenType'],
  check: faultsOfToken,
  run(parameters, context) {
    const member = memberOf(parameters, context);
    const place = placeFor(member, parameters);
    const card = spendToken(parameters.get('Token'), context);
    const stored = keep(member, card, place, parameters);
    return saved(member, stored, parameters);
  },
};

function faultsOfToken(parameters: Parameters): ErrInfo[] {
  if (parameters.get('CardNo') !== '') return ['E61040001'];
  return parameters.get('Token') === '' ? ['E01170001', 'E01180001'] : [];
}

const searchCard: ProtocolCall = {
  required: MEMBER,
  optional: ['SeqMode', 'CardSeq', 'UseSiteMaskLevel'],
  run(parameters, context) {
    const member = memberOf(parameters, context);
    const found = parameters.get('CardSeq') === '' ? member.cards : [cardOfMember(parameters, context)];
    if (found.length === 0) throw new Refusal('E01240002');
    const list = (name: string, of: (stored: StoredCard) => string) => [name, found.map(of).join('|')] as const;
    return [
      list('CardSeq', (stored) => cardSeqOf(member, stored, parameters)),
      list('DefaultFlag', ({ isDefault }) => (isDefault ? '1' : '0')),
      list('CardName', ({ cardName }) => cardName),
      list('CardNo', ({ card }) => card.masked),
      list('Expire', ({ card }) => card.expire),
      list('HolderName', ({ holderName }) => holderName),
      list('DeleteFlag', () => '0'),
    ];
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
  optional: ['SeqMode', 'CardSeq', 'DefaultFlag', 'HolderName', 'UseSiteMaskLevel'],
  run(parameters, context) {
    const member = memberOf(parameters, context);
    const transaction = context.store.transactionOfOrder(parameters.get('OrderID'));
    if (!transaction) throw new Refusal('E01110002');
    const { card, memberId, status } = transaction;
    if (UNSETTLED.includes(status) || !card) throw new Refusal('E01110010');
    if (memberId !== '' && memberId !== member.memberId) throw new Refusal('E01630010');
    const stored = keep(member, card, placeFor(member, parameters), parameters);
    return saved(member, stored, parameters);
  },
};

export const MEMBER_CALLS = {
  SaveMember: saveMember,
  SearchMember: searchMember,
  UpdateMember: updateMember,
  DeleteMember: deleteMember,
  SaveCard: saveCard,
  SearchCard: searchCard,
  DeleteCard: deleteCard,
  TradedCard: tradedCard,
} as const;

const isPhysical = (parameters: Parameters): boolean => parameters.get('SeqMode') === '1';

/** A saved card by its CardSeq: 0–4 in the order of saving (logical), or a number of its own for ever (physical). */
export function cardOfMember(parameters: Parameters, context: SandboxContext): StoredCard {
  const { cards } = memberOf(parameters, context);
  const cardSeq = Number(parameters.get('CardSeq'));
  const found = isPhysical(parameters) ? cards.find((stored) => stored.cardSeq === cardSeq) : cards[cardSeq];
  if (!found) throw new Refusal('E01240002');
  return found;
}

const cardSeqOf = ({ cards }: Member, stored: StoredCard, parameters: Parameters): string =>
  String(isPhysical(parameters) ? stored.cardSeq : cards.indexOf(stored));

/** The card that CardSeq names, to be overwritten; null for a new one. Refuses before a token is spent. */
function placeFor(member: Member, parameters: Parameters): StoredCard | null {
  const cardSeq = parameters.get('CardSeq');
  if (cardSeq !== '') {
    const named = isPhysical(parameters)
      ? member.cards.find((stored) => stored.cardSeq === Number(cardSeq))
      : member.cards[Number(cardSeq)];
    if (!named) throw new Refusal('E01240002');
    return named;
  }
  // without CardSeq, physical mode may find the same card below, so only logical mode is sure to need a free place
  if (member.cards.length >= MOST_CARDS && !isPhysical(parameters)) throw new Refusal('E01230009');
  return null;
}

function keep(member: Member, card: HeldCard, place: StoredCard | null, parameters: Parameters): StoredCard {
  const same = isPhysical(parameters) ? member.cards.find((stored) => stored.card.fingerprint === card.fingerprint) : undefined;
  const known = place ?? same ?? null;
  if (!known && member.cards.length >= MOST_CARDS) throw new Refusal('E01230009');
  const isDefault = parameters.get('DefaultFlag') === '1';
  const holderName = parameters.get('HolderName') || card.holderName;
  const cardName = parameters.get('CardName');
  if (isDefault) for (const stored of member.cards) stored.isDefault = false;
  if (known) return Object.assign(known, { card, holderName, cardName, isDefault });
  const stored: StoredCard = { cardSeq: member.nextCardSeq++, card, holderName, cardName, isDefault };
  member.cards.push(stored);
  return stored;
}

const saved = (member: Member, stored: StoredCard, parameters: Parameters): Answer => [
  ['CardSeq', cardSeqOf(member, stored, parameters)],
  ['CardNo', stored.card.masked],
  ['Forward', FORWARD],
];
