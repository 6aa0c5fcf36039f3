/**
 * The sandbox gateway for a shop's own tests: its types. The code is the demo's (demo/sandbox-command), bundled into
 * dist/sandbox/shoji-sandbox.js, which is also the command `shoji-sandbox`.
 */
/** `slow:1500` answers after 1500 ms; `silent` does the work and never answers; `drop` cuts the line in the answer, `close` before it. */
export type SandboxPageFault = 'ok' | 'drop' | 'close' | 'silent' | 'status-500' | 'no-framing' | `slow:${number}`;
/** What can be made to go wrong, by part of the gateway. `ok` is as it should be. */
export interface SandboxFaults {
    readonly tokenScript: 'ok' | 'drop' | 'status-500' | `slow:${number}`;
    /** The gateway's own fields, of version 2. */
    readonly tokenFields: SandboxPageFault;
    /** `result:102`: the token script answers with that code. */
    readonly getToken: 'ok' | 'drop' | 'silent' | 'status-500' | `result:${string}` | `slow:${number}`;
    /** What becomes of a token that was issued, when the shop's server uses it. */
    readonly issuedTokens: 'ok' | 'expired' | 'spent' | 'malformed';
    /** The calls of the shop's server. `silent`: it was done, and no answer comes. */
    readonly idPass: 'ok' | 'status-500' | 'silent' | `slow:${number}`;
    /** The same of the OpenAPI type. */
    readonly openApi: 'ok' | 'status-429' | 'status-500' | 'status-502' | 'status-503' | 'silent' | `slow:${number}`;
    /** The page at RedirectUrl. */
    readonly redirectPage: SandboxPageFault;
    /** What the issuer answers to the authentication request. C is a challenge. */
    readonly transStatus: 'ok' | 'Y' | 'A' | 'C' | 'N' | 'U' | 'R';
    /** What the issuer says after a challenge, whatever the shopper did in it. */
    readonly challengeResult: 'ok' | 'Y' | 'A' | 'N' | 'U' | 'R';
    /** Why, where the outcome is not Y: two digits. */
    readonly transStatusReason: string;
    readonly challengePage: SandboxPageFault;
    /** `otp:60000`: the password arrives after a minute. `app`: approved on the console page; `app:5000`: by itself after 5 s. */
    readonly challengeForm: 'ok' | `otp:${number}` | 'app' | `app:${number}`;
    /** After the password; the outcome stands whatever the page does. */
    readonly challengeAnswer: Exclude<SandboxPageFault, 'no-framing'>;
    /** `twice`: the browser is sent back to the shop two times. */
    readonly returning: 'ok' | 'twice';
}
export interface SandboxSettings {
    /** Of the fields; gateway and issuer take the next two. Any free ports when left out or 0, and where one of them is taken. */
    readonly port?: number;
    /** From the start. */
    readonly faults?: Partial<SandboxFaults>;
}
/** What the gateway holds of one transaction. Neither AccessPass nor anything of the card but its mask. */
export interface SandboxTransaction {
    readonly orderId: string;
    readonly accessId: string;
    /** As SearchTrade says it: `UNPROCESSED`, `AUTHENTICATED`, `AUTH`, `CAPTURE`, … */
    readonly status: string;
    readonly jobCd: string;
    readonly amount: number;
    readonly tax: number;
    /** Masked. */
    readonly card: string | null;
    readonly memberId: string;
    /** Null without 3-D Secure. */
    readonly threeDs: {
        readonly transStatus: string | null;
        readonly transStatusReason: string;
        readonly isChallenging: boolean;
        readonly wrongPasswords: number;
        /** Names of the risk fields that came. */
        readonly riskFields: readonly string[];
    } | null;
    readonly history: readonly {
        readonly at: string;
        readonly call: string;
        readonly status: string;
        readonly errInfo: string | null;
    }[];
}
/** Names under `.localhost` resolve in browsers only: a server, and a browser that does not know them, takes the other address. */
export interface SandboxAddresses {
    /** Where `shoji-card.js` and `hosted/` are, for the page. */
    readonly fieldsOrigin: string;
    readonly fieldsUrl: string;
    /** Of RedirectUrl, for the page's policy (`form-action`); in a browser also the console page. */
    readonly gatewayOrigin: string;
    /** For the shop's server, in place of the gateway's test environment. */
    readonly gatewayUrl: string;
    /** The issuer. */
    readonly acsOrigin: string;
    readonly shopId: string;
    readonly shopPass: string;
    readonly siteId: string;
    readonly sitePass: string;
    /** For version 2 of the token script. The public key is another one at each start. */
    readonly apiKey: string;
    readonly publicKey: string;
}
export interface RunningSandbox extends SandboxAddresses {
    /** @throws {TypeError} for a name or a value that there is not */
    setFault<Name extends keyof SandboxFaults>(name: Name, value: SandboxFaults[Name]): void;
    clearFaults(): void;
    /** Oldest first. */
    transactions(): SandboxTransaction[];
    /** What the shopper says in the issuer's app, where `challengeForm` is `app`. */
    answerInApp(accessId: string, answer: 'approved' | 'refused'): void;
    close(): Promise<void>;
}
/** A gateway, an issuer and a fields origin of this package, on loopback. It knows no real card and forgets everything at the end. */
export declare function startSandbox(settings?: SandboxSettings): Promise<RunningSandbox>;
