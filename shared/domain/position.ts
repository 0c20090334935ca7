/**
 * S5: positions from here on belong to what is not yet sent. A client gives them out in the order
 * of writing; the relay's own, which are versions, never get so far.
 */
export const FIRST_UNSENT = 2 ** 50;
