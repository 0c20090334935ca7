import fc from 'fast-check';

/** The same examples in every run: a suite that is green once is green again. */
fc.configureGlobal({ seed: 20_260_105 });
