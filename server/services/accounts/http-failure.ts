import type { z } from 'zod';
import { httpErrors, type HttpErrorCode, type httpError } from '../../../shared/protocol/http.ts';

/** A sentence for whoever reads the traffic. */
const messages: Record<HttpErrorCode, string> = {
  invalid: 'the request is not as expected',
  bad_credentials: 'name and password do not belong together',
  invite_invalid: 'unknown, used or expired invitation',
  session_ended: 'the session has ended; sign in again',
  disabled: 'the account was closed',
  forbidden: 'only administrators may do this, and not to themselves',
  name_taken: 'somebody else has this name',
  rate_limited: 'too many tries',
  not_found: 'there is nothing here',
  too_large: 'the request is too large',
  unavailable: 'try again later',
  file_taken: 'this id is that of another file',
  offset: 'the bytes that are here end elsewhere',
  type_blocked: 'the workspace takes no files of this type',
  damaged: 'the bytes are not those that were announced; begin again',
  no_space: 'the relay has no room for this file',
};

/** A request that is answered with an error's code. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly code: HttpErrorCode;
  readonly retryAfterMs: number | undefined;
  /** Bytes that are here of a file. */
  readonly offset: number | undefined;

  constructor(
    code: HttpErrorCode,
    message = messages[code],
    { retryAfterMs, offset }: { retryAfterMs?: number; offset?: number } = {},
  ) {
    super(message);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.offset = offset;
  }

  get status(): number {
    return httpErrors[this.code];
  }

  get body(): z.infer<typeof httpError> {
    const { code, message, retryAfterMs, offset } = this;
    return {
      ...{ code, message },
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(offset === undefined ? {} : { offset }),
    };
  }
}
