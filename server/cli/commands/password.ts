import { acceptInviteRequest } from '../../../shared/protocol/http.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/**
 * A password from standard input, where it is in no list of processes and in no shell's history.
 *
 * @throws {UsageError}
 */
export async function readPassword(terminal: Terminal): Promise<string> {
  const input = await terminal.input();
  if (input === undefined) {
    throw new UsageError('Pass the password in, e.g.: … --password-stdin < password-file');
  }
  const parsed = acceptInviteRequest.shape.password.safeParse(input.replace(/\r?\n$/, ''));
  if (parsed.success) return parsed.data;
  throw new UsageError('The password needs at least 10 characters, and at most 1024.');
}
