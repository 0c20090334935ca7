/** Why somebody did not come in. */
export type SignInProblem =
  | 'bad_address'
  | 'no_relay'
  | 'not_a_relay'
  | 'bad_certificate'
  | 'client_too_old'
  | 'client_too_new'
  | 'bad_credentials'
  | 'invite_invalid'
  | 'weak_password'
  | 'disabled'
  | 'rate_limited'
  | 'unavailable'
  | 'storage'
  | 'key_store';

/** Why an account was not made, invited, closed or opened. */
export type AccountProblem =
  | 'no_relay'
  | 'session_ended'
  | 'forbidden'
  | 'name_taken'
  | 'not_found'
  | 'disabled'
  | 'invalid'
  | 'rate_limited'
  | 'unavailable';
