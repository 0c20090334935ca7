import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const has = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

const lacking = ['dbus-run-session', 'gnome-keyring-daemon'].filter((program) => !has(program));
const reason = lacking.length === 0 ? '' : ` (skipped: no ${lacking.join(' and no ')} here)`;

/** Runs as a process of its own, inside a session bus of its own with an unlocked keyring. */
const roundTrip = `
  const { openKeyStore } = await import('./main/core/keys/open-key-store.ts');
  const { loadKeytar } = await import('./main/core/keys/keychain.ts');
  const clock = { now: Date.now, after: (ms, run) => { const t = setTimeout(run, ms); return () => clearTimeout(t); } };
  const open = () => openKeyStore({
    dir: process.env.PROFILE, policy: 'auto', clock, load: loadKeytar,
    randomHex: (n) => 'ab'.repeat(n), log: (...all) => console.error(...all),
  });
  const store = await open();
  await store.set('cacheKey', 'k1');
  const again = await (await open()).get('cacheKey');
  await store.remove('cacheKey');
  console.log(JSON.stringify({ kind: store.kind, again, after: await store.get('cacheKey') ?? null }));
`;

it.skipIf(lacking.length > 0)(`keeps a secret in a real Secret Service${reason}`, () => {
  const home = mkdtempSync(join(tmpdir(), 'k-'));
  try {
    const script = [
      `printf 'pw\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1`,
      `"$NODE" --input-type=module -e "$ROUND_TRIP"`,
    ].join('\n');
    const { stdout, stderr } = spawnSync('dbus-run-session', ['--', 'sh', '-c', script], {
      encoding: 'utf8',
      timeout: 30_000,
      env: {
        ...process.env,
        HOME: home,
        XDG_DATA_HOME: join(home, 'data'),
        XDG_CACHE_HOME: join(home, 'cache'),
        XDG_RUNTIME_DIR: home,
        NODE: process.execPath,
        ROUND_TRIP: roundTrip,
        PROFILE: join(home, 'profile'),
      },
    });
    expect(`${stdout}${stderr}`).toContain('{"kind":"keychain","again":"k1","after":null}');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
