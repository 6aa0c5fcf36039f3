export declare const formStructure: string;
