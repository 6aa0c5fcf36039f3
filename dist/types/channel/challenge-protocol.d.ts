export interface ChallengeInit {
    readonly type: 'challenge';
    /** RedirectUrl of ExecTran. */
    readonly address: string;
    /** Accessible name of the issuer's frame, in the shopper's language. */
    readonly title: string;
}
export type ChallengeMessage = 
/** The wrapper is there and has begun. */
{
    readonly type: 'ready';
}
/** The issuer's frame loaded a document: one of many on its way, or an error page. Nobody can tell from outside. */
 | {
    readonly type: 'loaded';
}
/** The wrapper's own policy refused the address. */
 | {
    readonly type: 'blocked';
};
/** The first message and the only one of the page. */
export declare const isChallengeInit: (value: unknown) => value is ChallengeInit;
/** Is this something that the page believes of the wrapper? */
export declare const isChallengeMessage: (value: unknown) => value is ChallengeMessage;
