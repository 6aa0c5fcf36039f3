/** @returns undefined when it fails, or takes longer than so many milliseconds */
export declare const inTime: <T>(promise: Promise<T>, deadline: number) => Promise<T | undefined>;
