/** Codes of Node's TLS layer that say: the other side's certificate is not to be trusted. */
const CERTIFICATE =
  /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY|DECODE)_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;
/** An answer that is no HTTP, or no TLS where TLS was asked for. */
const OTHER_PROTOCOL =
  /^(HTTPParserError|HPE_|EPROTO|ERR_SSL_|ERR_TLS_|UND_ERR_(RESPONSE|HEADERS_OVERFLOW))/;

/**
 * What a failed request means to a person. Node's fetch tells the cause by a name or a code, one
 * or two errors deep; whatever is not about certificate or protocol means that nobody is there.
 */
export function networkFailure(error: unknown): 'no_relay' | 'not_a_relay' | 'bad_certificate' {
  const codes = codesOf(error);
  if (codes.some((code) => CERTIFICATE.test(code))) return 'bad_certificate';
  if (codes.some((code) => OTHER_PROTOCOL.test(code))) return 'not_a_relay';
  return 'no_relay';
}

/** What an HTTP status means where the gateway's line was asked for: a relay opens it. */
export function refusedLine(status: number): 'unavailable' | 'not_a_relay' {
  // A reverse proxy in front of a relay that is down, or that has too much to do.
  return status === 429 || (status >= 502 && status <= 504) ? 'unavailable' : 'not_a_relay';
}

function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let depth = 0; error instanceof Error && depth < 5; depth++) {
    codes.push(error.name);
    // An answer with status 407: fetch makes a failure of it that has neither words nor a code.
    if (error.name === 'Error' && error.message === '' && !('code' in error)) {
      codes.push('UND_ERR_RESPONSE');
    }
    if ('code' in error && typeof error.code === 'string') codes.push(error.code);
    // Several addresses of one host were tried.
    if (error instanceof AggregateError) codes.push(...error.errors.flatMap(codesOf));
    error = error.cause;
  }
  return codes;
}
