export function folderOf(name: string): string;
export function manifestOf(name: string): { readonly scripts?: Readonly<Record<string, string>> };
export function apps(): string[];
export function environmentOf(name: string): NodeJS.ProcessEnv;
export function prepare(names: readonly string[]): Map<string, { readonly isReady: boolean; readonly seconds: number }>;
