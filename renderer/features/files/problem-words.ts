import type { Say, Words } from '../../i18n/words.ts';

type Problem = keyof Words['files']['problem'];

const known: ReadonlySet<string> = new Set<Problem>([
  ...(['too_large', 'type_blocked', 'too_many', 'empty', 'unreadable', 'disk_full'] as const),
  ...(['storage', 'forbidden', 'file_taken', 'damaged', 'no_space', 'gone', 'lost'] as const),
  ...(['invalid', 'not_found', 'offline', 'unavailable'] as const),
]);
const isKnown = (code: string): code is Problem => known.has(code);

/** Why a file is not attached, not uploaded or not saved, and what to do; a newer relay's word reads as `invalid`. */
export const sayFileProblem = (say: Say, code: string): string =>
  say(`files.problem.${isKnown(code) ? code : 'invalid'}`);
