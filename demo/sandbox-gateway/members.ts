/** The calls about members of a site. Their cards: saved-cards.ts. */
import { Refusal } from './error-codes.ts';
import type { Parameters } from './protocol-body.ts';
import type { ProtocolCall } from './protocol.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { Member } from './store.ts';

/** What every call about a member has. */
export const MEMBER = ['SiteID', 'SitePass', 'MemberID'] as const;

export function memberOf(parameters: Parameters, { store }: SandboxContext): Member {
  const member = store.members.get(parameters.get('MemberID'));
  if (!member) throw new Refusal('E01390002');
  return member;
}

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
    context.store.deletedMemberIds.add(memberId);
    return [['MemberID', memberId]];
  },
};

export const MEMBER_CALLS = {
  SaveMember: saveMember,
  SearchMember: searchMember,
  UpdateMember: updateMember,
  DeleteMember: deleteMember,
} as const;
