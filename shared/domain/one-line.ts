/**
 * Characters that nobody can see or mean in a field of one line: control characters and the
 * separators of lines and paragraphs.
 */
const UNSEEN = /[\p{Cc}\u2028\u2029]+/gu;

/** A text on one line: whatever breaks a line, or cannot be seen, is a space. */
export const oneLine = (text: string): string => text.replaceAll(UNSEEN, ' ');
