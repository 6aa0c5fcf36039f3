/** Where the built files are: dist/, seen from here. The package's own sandbox lies inside it; vite.config.ts says so there. */
export const BUILT = new URL('../dist/', import.meta.url);
