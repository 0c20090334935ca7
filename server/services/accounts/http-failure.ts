import type { z } from 'zod';
import type { httpError, httpErrorCodes } from '../../../shared/protocol/http.ts';

type Code = (typeof httpErrorCodes)[number];

/** The HTTP status of each code, and a sentence for whoever reads the traffic. */
const answers: Record<Code, { status: number; message: string }> = {
  invalid: { status: 400, message: 'the request is not as expected' },
  bad_credentials: { status: 401, message: 'name and password do not belong together' },
  invite_invalid: { status: 403, message: 'unknown, used or expired invitation' },
  session_ended: { status: 401, message: 'the session has ended; sign in again' },
  disabled: { status: 403, message: 'the account was closed' },
  rate_limited: { status: 429, message: 'too many tries' },
  not_found: { status: 404, message: 'there is nothing here' },
  too_large: { status: 413, message: 'the request is too large' },
  unavailable: { status: 503, message: 'try again later' },
};

/** A request that is answered with an error's code. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly code: Code;
  readonly retryAfterMs: number | undefined;

  constructor(code: Code, message = answers[code].message, retryAfterMs?: number) {
    super(message);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  get status(): number {
    return answers[this.code].status;
  }

  get body(): z.infer<typeof httpError> {
    const { code, message, retryAfterMs } = this;
    return retryAfterMs === undefined ? { code, message } : { code, message, retryAfterMs };
  }
}
