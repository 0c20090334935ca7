/**
 * A name within a sentence that reads from right to left, with its own direction (Unicode 6.3 FSI
 * and PDI), so that `#gudang` does not become `gudang#`: the sign belongs to the name.
 */
export const isolate = (name: string): string => `\u2068${name}\u2069`;
