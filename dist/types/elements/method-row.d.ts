import type { Method, MethodOption } from '../choice/method-options.js';
import type { MemberWords } from '../locales/members/ja.js';
export interface MethodState {
    readonly words: MemberWords;
    readonly language: string;
    /** Of this method; one for each number of payments. */
    readonly offered: readonly MethodOption[];
    /** Whole yen. */
    readonly amount: number | null;
    /** Null while another method is chosen. */
    readonly chosen: MethodOption | null;
}
/** One way to pay: its radio button, its numbers of payments, what it means, and how the amount is divided. */
export declare class MethodRow {
    #private;
    readonly element: HTMLElement;
    constructor(method: Method, choose: (option: MethodOption) => void);
    show({ words, language, offered, amount, chosen }: MethodState): void;
}
