export declare const TEST_HOSTS: readonly string[];
export declare const ADAPTERS: Readonly<Record<string, string | null>>;
/** @param hosts - whose place the gateway takes; TEST_HOSTS when left out */
export declare function pointAtSandbox(page: string, gatewayOrigin: string, hosts?: readonly string[], file?: string): string;
export declare function adapterAtSandbox(gatewayOrigin: string, hosts?: readonly string[], file?: string): string;
