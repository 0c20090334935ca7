/**
 * The wire's version. It moves when a frame, a row or a command changes in a way that another
 * side must know of; a test hashes the schemas, so that no change passes unnoticed.
 *
 * 1  first version
 */
export const PROTOCOL = 1;
/** The oldest version that this relay still speaks. */
export const OLDEST_PROTOCOL = 1;
