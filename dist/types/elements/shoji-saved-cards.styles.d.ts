export declare const savedCardsStyles: string;
