import { refusalCodes, type RefusalCode } from '../../shared/domain/refusal.ts';
import type { Say } from './words.ts';

const isKnown = (code: string): code is RefusalCode =>
  (refusalCodes as readonly string[]).includes(code);

/** What happened and what to do, for a refusal's code; one of a newer relay reads as `invalid`. */
export function sayRefusal(say: Say, code: string): { what: string; next: string } {
  const known = isKnown(code) ? code : 'invalid';
  return { what: say(`refusal.${known}.what`), next: say(`refusal.${known}.next`) };
}
