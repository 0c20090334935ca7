import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { DataLayout } from './data-layout.ts';
import { diskTrouble } from './disk-trouble.ts';
import { startProgram } from './program.ts';
import { StartProblem } from './start-problem.ts';

const filled = z.union([
  z.object({
    people: z.array(
      z.object({
        name: z.string(),
        displayName: z.string(),
        password: z.string().optional(),
        invite: z.string().optional(),
      }),
    ),
    /** Somebody else, to be opened beside them; null where there is nobody. */
    another: z.string().nullable(),
  }),
  z.object({ problem: z.enum(['bad_export', 'unknown_person']), message: z.string() }),
]);

export interface PersonToOpen {
  readonly name: string;
  readonly displayName: string;
  /** In the demo, where everybody may know it. */
  readonly password?: string | undefined;
  /** In a company's own data, for somebody whose Balai was never opened here. */
  readonly invite?: string | undefined;
}

/** Slack names its exports so: "Acme Slack export Nov 1 2026 - Nov 20 2026.zip". */
const companyOf = (file: string): string =>
  basename(file)
    .replace(/\.zip$/i, '')
    .replace(/\s+slack export.*$/i, '')
    .trim()
    .slice(0, 80) || 'Balai';

/**
 * Fills the relay's database the first time, and finds those who are to be opened.
 *
 * @throws {StartProblem}
 */
export async function fillRelay(
  root: string,
  layout: DataLayout,
  options: { import: string | undefined; as: readonly string[] },
): Promise<{ people: PersonToOpen[]; another: string | null }> {
  const file = options.import;
  if (file !== undefined && !existsSync(file)) {
    throw new StartProblem('bad_export', `There is no file ${file}.`);
  }
  const program = startProgram({
    args: [
      join(root, 'scripts', 'starting', 'fill-relay.ts'),
      ...['--relay', layout.relay],
      ...['--export', file ?? join(root, 'demo', 'nusa-mandiri')],
      ...['--workspace', file === undefined ? 'Nusa Mandiri' : companyOf(file)],
      ...(file === undefined ? ['--demo'] : []),
      ...options.as.flatMap((name) => ['--as', name]),
      ...['--profiles', join(layout.folder, 'people')],
    ],
    cwd: root,
    log: join(layout.logs, 'fill.log'),
  });
  const line = await program.firstLine;
  await program.ended;
  if (line === undefined) {
    const complaint = await program.complaint;
    const why =
      complaint
        .trim()
        .split('\n')[0]
        ?.replace(/^\w*Error: /, '') ?? '';
    const trouble = diskTrouble(complaint, layout.folder);
    if (trouble !== undefined) throw trouble;
    throw new StartProblem('relay', `The relay's data could not be made: ${why}`);
  }
  const result = filled.parse(JSON.parse(line));
  if ('problem' in result) throw new StartProblem(result.problem, result.message);
  return result;
}
