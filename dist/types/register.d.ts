export declare function registerShojiCard(): void;
