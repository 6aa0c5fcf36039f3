/** An event of ours: with data for fields; it bubbles and is composed. */
export declare class ShojiEvent extends Event {
    constructor(type: string, data?: object);
}
