/** The calls about members, and the cards that are saved under them. */
import type { SandboxContext } from '../sandbox-context.ts';
import { MOST_CARDS } from '../saved-cards.ts';
import type { HeldCard, Member, StoredCard } from '../store.ts';
import { onfileCards, type Answered } from './answers.ts';
import { missing, Problem, problemOf, wrong } from './problems.ts';
import { call, type Values } from './protocol-calls.ts';
import type {
  MEMBER_CREATE, MEMBER_DELETE, MEMBER_DELETE_ITEM, MEMBER_INQUIRY, OnfileCard, OnfileCardOptions, RequestOf,
} from './requests.ts';

export function memberOf(memberId: string, { store }: SandboxContext): Member {
  const member = store.members.get(memberId);
  if (!member) throw problemOf('E01390002');
  return member;
}

export function createMember({ memberId, memberName }: RequestOf<typeof MEMBER_CREATE>, context: SandboxContext): Answered {
  if (context.store.deletedMemberIds.has(memberId)) throw problemOf('E01390010');
  call('SaveMember', { MemberID: memberId, MemberName: memberName }, context);
  return { status: 201, body: { memberId, memberName } };
}

export function inquireMember({ memberId, onfileType }: RequestOf<typeof MEMBER_INQUIRY>, context: SandboxContext): Answered {
  const member = memberOf(memberId, context);
  return {
    status: 200,
    body: {
      memberId,
      memberName: member.memberName || undefined,
      onfileCards: onfileType === 'WALLET' ? undefined : onfileCards(member),
      onfileWallets: onfileType === 'CARD' ? undefined : [],
    },
  };
}

export function deleteMember({ memberId }: RequestOf<typeof MEMBER_DELETE>, context: SandboxContext): Answered {
  const deletedCards = onfileCards(memberOf(memberId, context));
  call('DeleteMember', { MemberID: memberId }, context);
  return { status: 202, body: { memberId, deletedCards, deletedWallets: [] } };
}

export function deleteItem(request: RequestOf<typeof MEMBER_DELETE_ITEM>, context: SandboxContext): Answered {
  const { memberId, onfileType, onfileCardType, cardId } = request;
  if (onfileType === 'WALLET' || onfileCardType === 'APPLE_PAY') throw problemOf('E61030001');
  if (onfileCardType === undefined) throw missing('onfileCardType');
  if (cardId === undefined) throw missing('cardId');
  const deletedCard = onfileCards(memberOf(memberId, context)).find((card) => card.cardId === String(Number(cardId)));
  call('DeleteCard', { MemberID: memberId, SeqMode: '1', CardSeq: cardId }, context);
  return { status: 201, body: { memberId, deletedCard } };
}

/** A saved card by its ID, else by its index, else the default one. */
export function onfileSource(
  { memberId, type, cardId, index }: OnfileCard,
  path: string,
  context: SandboxContext,
): [source: Values, stored: StoredCard] {
  if (type === 'APPLE_PAY') throw problemOf('E61030001');
  const { cards } = memberOf(memberId, context);
  const stored =
    cardId !== undefined
      ? cards.find(({ cardSeq }) => cardSeq === Number(cardId))
      : index !== undefined
        ? cards[Number(index)]
        : cards.find(({ isDefault }) => isDefault);
  if (stored) return [{ MemberID: memberId, SeqMode: '1', CardSeq: String(stored.cardSeq) }, stored];
  if (cardId === undefined && index === undefined) throw missing(`${path}.cardId`);
  throw wrong(`${path}.${cardId === undefined ? 'index' : 'cardId'}`);
}

/** Throws what stands against saving this card, before anything is done. */
export function mustBeAbleToKeep(options: OnfileCardOptions, card: HeldCard, context: SandboxContext): void {
  const { memberId, cardId, createNewMember, duplicationCheckOptions } = options;
  const { members, deletedMemberIds } = context.store;
  const member = members.get(memberId);
  if (!member && (!createNewMember || deletedMemberIds.has(memberId))) throw problemOf('E01390002');
  if (cardId !== undefined && !member?.cards.some(({ cardSeq }) => cardSeq === Number(cardId))) throw problemOf('E01240002');
  if (cardId === undefined && member && member.cards.length >= MOST_CARDS) throw problemOf('E01230009');
  if (!duplicationCheckOptions?.enableDuplicationCheck) return;
  const excluded = [memberId, ...(duplicationCheckOptions.excludedMemberIds ?? [])];
  const others = [...members.values()].filter((other) => !excluded.includes(other.memberId));
  if (others.some(({ cards }) => cards.some((stored) => stored.card.fingerprint === card.fingerprint)))
    throw new Problem('invalid_request', 'Another member has saved this card.');
}

/** Saves the card of a token or of a payment, over that of cardId or as a new one, and makes the member who is not there yet. */
export function keepCard(options: OnfileCardOptions, source: Values, context: SandboxContext): StoredCard {
  const { memberId, memberName, cardId, setDefault } = options;
  const { members } = context.store;
  const isNew = !members.has(memberId);
  if (isNew) call('SaveMember', { MemberID: memberId, MemberName: memberName }, context);
  try {
    // without a CardSeq, logical mode saves a card again that is there already, as the OpenAPI type does
    const place = cardId === undefined ? { SeqMode: '0' } : { SeqMode: '1', CardSeq: cardId };
    const name = 'OrderID' in source ? 'TradedCard' : 'SaveCard';
    call(name, { ...source, ...place, MemberID: memberId, DefaultFlag: setDefault ? '1' : '0' }, context);
  } catch (error) {
    if (isNew) members.delete(memberId);
    throw error;
  }
  const { cards } = memberOf(memberId, context);
  const kept = cardId === undefined ? cards.at(-1) : cards.find(({ cardSeq }) => cardSeq === Number(cardId));
  if (!kept) throw new Error('no card was saved');
  return kept;
}
