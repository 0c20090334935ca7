import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where policies come from on this system: only places that an administrator alone can write. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Runs a program of the system; throws where it fails. */
  readonly run: (file: string, args: readonly string[]) => string;
  /** Throws where the file is not there. */
  readonly read: (file: string) => string;
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  run: (file, args) =>
    execFileSync(file, args, {
      encoding: 'utf8',
      timeout: 5_000,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  read: (file) => readFileSync(file, 'utf8'),
};

export const APP_ID = 'id.balai.desktop';
export const POLICY_FILE = '/etc/balai/policy.json';
const MAC_PROFILE = `/Library/Managed Preferences/${APP_ID}.plist`;
const REGISTRY_KEYS = [
  String.raw`HKLM\SOFTWARE\Policies\Balai`,
  String.raw`HKCU\SOFTWARE\Policies\Balai`,
];

type Values = Record<string, unknown>;

const asObject = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** Reads what `reg query` prints: a name, a type and a value a line, with four spaces between. */
export function parseRegistry(output: string): Values {
  const values: Values = {};
  for (const line of output.split(/\r?\n/)) {
    const [, name, type, value = ''] = /^ {4}(\S+) {4}(REG_\w+)(?: {4}(.*))?$/.exec(line) ?? [];
    if (name === undefined) continue;
    // Group policy writes a switch as 0 or 1.
    if (type === 'REG_DWORD') values[name] = [false, true][Number(value)] ?? Number(value);
    else if (type === 'REG_SZ') values[name] = value;
  }
  return values;
}

function attempt(read: () => Values): Values {
  try {
    return read();
  } catch {
    // No policy is set here; an unreadable one must not keep the app from starting.
    return {};
  }
}

/** The raw values, strongest source first: on Windows the computer's before the person's. */
export function policySources({ platform, env, run, read }: Machine): Values[] {
  if (platform === 'win32') {
    const program = join(env.SystemRoot ?? String.raw`C:\Windows`, 'System32', 'reg.exe');
    return REGISTRY_KEYS.map((key) => attempt(() => parseRegistry(run(program, ['query', key]))));
  }
  const json =
    platform === 'darwin'
      ? () => run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', MAC_PROFILE])
      : () => read(POLICY_FILE);
  return [attempt(() => asObject(JSON.parse(json())))];
}
