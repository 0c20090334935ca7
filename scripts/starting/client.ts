import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { coreFlags } from '../../main/entry/core-flags.ts';
import type { DataLayout } from './data-layout.ts';
import type { PersonToOpen } from './fill.ts';
import { diskTrouble } from './disk-trouble.ts';
import { startProgram, type Program } from './program.ts';
import { StartProblem } from './start-problem.ts';

export interface Client {
  readonly person: string;
  /** What the browser opens; null where Electron has its own window. */
  readonly url: string | null;
  readonly program: Program;
}

interface Where {
  readonly root: string;
  readonly layout: DataLayout;
  /** Address of the relay. */
  readonly relay: string;
}

const answer = z.union([
  z.object({ url: z.string() }),
  z.object({ signedIn: z.literal(true) }),
  z.object({ problem: z.string(), message: z.string().optional() }),
]);

/**
 * The relay of this data folder is always the same one, at whatever port; its clients follow it.
 * Nothing is changed for somebody who was never signed in.
 */
function followRelay({ layout, relay }: Where, { name }: PersonToOpen): void {
  const file = join(layout.profile(name), 'profile.json');
  let profile: Record<string, unknown>;
  try {
    profile = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return;
  }
  if (profile.address === relay) return;
  writeFileSync(`${file}.new`, JSON.stringify({ ...profile, address: relay }, null, 2), {
    mode: 0o600,
  });
  renameSync(`${file}.new`, file);
}

/** Runs the browser host until its first line. The program still runs where that is an address. */
async function runHost(
  where: Where,
  person: PersonToOpen,
  more: readonly string[],
): Promise<{ url: string | null; program: Program }> {
  const { root, layout, relay } = where;
  followRelay(where, person);
  const program = startProgram({
    args: [
      ...coreFlags,
      join(root, 'main', 'entry', 'browser-host.ts'),
      ...['--data', layout.profile(person.name), '--relay', relay],
      ...(person.password === undefined ? [] : ['--person', person.name]),
      ...more,
    ],
    env: {
      BALAI_PASSWORD: person.password ?? randomBytes(18).toString('base64url'),
      ...(person.invite === undefined ? {} : { BALAI_INVITE: person.invite }),
    },
    cwd: root,
    log: join(layout.logs, `${person.name}.log`),
  });
  const line = await program.firstLine;
  const said = line === undefined ? undefined : answer.parse(JSON.parse(line));
  if (said !== undefined && 'url' in said) return { url: said.url, program };
  await program.stop();
  if (said !== undefined && 'signedIn' in said) return { url: null, program };
  const { displayName } = person;
  if (said?.problem === 'profile_in_use') {
    throw new StartProblem('already_open', `${displayName}'s Balai is open already.`);
  }
  const complaint = await program.complaint;
  const trouble = diskTrouble(`${said?.message ?? ''} ${complaint}`, layout.folder);
  if (trouble !== undefined) throw trouble;
  const why = said?.message ?? said?.problem ?? complaint.trim().split('\n')[0];
  throw new StartProblem('client', `${displayName}'s Balai does not open: ${why}`);
}

/** @throws {StartProblem} */
export async function openInBrowserHost(where: Where, person: PersonToOpen): Promise<Client> {
  const { url, program } = await runHost(where, person, []);
  return { person: person.displayName, url, program };
}

/** @throws {StartProblem} */
export async function openInElectron(
  where: Where,
  person: PersonToOpen,
  electron: string,
): Promise<Client> {
  await runHost(where, person, ['--sign-in-only']);
  const { root, layout } = where;
  const program = startProgram({
    file: electron,
    args: [
      join(root, 'dist'),
      `--user-data-dir=${layout.person(person.name)}`,
      // Chromium refuses its own sandbox to the superuser, as in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    cwd: root,
    log: join(layout.logs, `${person.name}.log`),
  });
  return { person: person.displayName, url: null, program };
}
