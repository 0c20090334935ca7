import { StartProblem } from './start-problem.ts';

const FULL = /\bENOSPC\b|\bEDQUOT\b|\bSQLITE_FULL\b|database or disk is full/;
/** What SQLite says where it cannot even make its smallest file, which is mostly a full disk too. */
const FAILS = /\bSQLITE_IOERR\w*\b|disk I\/O error|\bEIO\b/;
const REFUSED = /\b(?:EACCES|EPERM|EROFS|SQLITE_READONLY\w*|SQLITE_CANTOPEN\w*)\b/;

/**
 * What a program or the system says of a disk that takes nothing more, as a sentence with what to
 * do. Undefined: it speaks of something else.
 */
export function diskTrouble(said: string, folder: string): StartProblem | undefined {
  const full = FULL.test(said);
  if (full || FAILS.test(said)) {
    return new StartProblem(
      'disk_full',
      `The disk of ${folder} ${full ? 'is full' : 'is full, or fails'}. Free some space and start again, or name another folder with --data. What was written before is safe.`,
    );
  }
  const code = REFUSED.exec(said)?.[0];
  if (code === undefined) return undefined;
  return new StartProblem(
    'data_folder',
    `Nothing can be written to ${folder} (${code}). Give yourself the right to write there, or name another folder with --data.`,
  );
}
