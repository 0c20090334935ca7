import { closeCodes, type CloseCode } from '../../../shared/protocol/close-codes.ts';

/** What became of a frame: the connection goes on, or says goodbye for this reason. */
export type Handled = { readonly ok: true } | Goodbye;

export interface Goodbye {
  readonly ok: false;
  readonly code: CloseCode;
  /** For the client's log. Never holds anything that a person wrote. */
  readonly reason: string;
}

export const handled: Handled = { ok: true };

export const goodbye = (code: CloseCode, reason: string): Goodbye => ({ ok: false, code, reason });

export const unavailable = goodbye(closeCodes.unavailable, 'the store does not answer');
