/** What a call over the RPC that can fail for a reason a person must hear of gives back. */
export type Result<T, Code extends string = string> =
  | { ok: true; value: T }
  | { ok: false; code: Code; retryAfterMs?: number };
