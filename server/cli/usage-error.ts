/** Something was asked for that cannot be done as it was said; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
