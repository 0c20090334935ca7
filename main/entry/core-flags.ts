/**
 * V8's flags of the process that carries the core. Its young generation otherwise grows up to three
 * times 32 MB in a catch-up, whose rows live for a moment only; with 8 MB a catch-up takes as long.
 */
export const coreFlags = ['--max-semi-space-size=8'] as const;
