import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { checkContents } from './packing/contents.ts';
import { makeStandIn } from './packing/stand-in.ts';
import { run, tool } from './testing/run.ts';
import { makeWorkplace } from './testing/workplace.ts';

/**
 * `npm run pack:check`: packs the app for Linux as a release does, but around a stand-in for
 * Electron and without an installer; then opens the archive, checks what is in it and how the
 * fuses are set, and starts the core from it. `--built` takes dist/ as it is.
 */
const workplace = makeWorkplace();
const folder = join(workplace.folder, 'pack');
const app = join(folder, 'linux-unpacked');
const arch = process.arch === 'arm64' ? 'arm64' : 'x64';
const problems: string[] = [];

async function step(what: string, command: string[]): Promise<string> {
  console.log(`-- ${what}`);
  const env = { ...workplace.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' };
  const { code, output } = await run(command, { env, show: false, timeout: 300_000 });
  if (code === 0) return output;
  problems.push(`${what} failed`);
  console.error(output);
  throw new Error(what);
}

async function check(): Promise<void> {
  if (!process.argv.includes('--built')) {
    await step('build', [process.execPath, 'scripts/build.ts']);
  }
  makeStandIn(join(folder, 'electron'));
  await step(
    'pack',
    tool(
      'electron-builder',
      'electron-builder',
      ...['--linux', '--dir', `--${arch}`, '--publish', 'never'],
      `--config.electronDist=${join(folder, 'electron')}`,
      `--config.directories.output=${folder}`,
    ),
  );

  const archive = join(app, 'resources', 'app.asar');
  const unpacked = join(folder, 'app');
  extractAll(archive, unpacked);
  const files = listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => /\.\w+$|LICENSE$/.test(path.split('/').at(-1) ?? ''));
  console.log(`-- ${files.length} files in app.asar`);
  problems.push(...checkContents(files, `linux-${arch}`));

  const fuses = await getCurrentFuseWire(join(app, 'balai'));
  const set = (fuse: FuseV1Options): boolean => Number(fuses[fuse]) === '1'.charCodeAt(0);
  for (const [fuse, wanted] of [
    [FuseV1Options.RunAsNode, false],
    [FuseV1Options.EnableCookieEncryption, true],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
    [FuseV1Options.EnableNodeCliInspectArguments, false],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
    [FuseV1Options.OnlyLoadAppFromAsar, true],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  ] as const) {
    if (set(fuse) !== wanted) problems.push(`fuse ${FuseV1Options[fuse]} is not ${wanted}`);
  }

  const desktop = readFileSync(join(unpacked, 'package.json'), 'utf8');
  if (!desktop.includes('"main": "main/electron.cjs"')) problems.push('package.json has no main');

  if (process.platform !== 'linux') {
    console.log('-- the core is not started: the package is for Linux');
    return;
  }
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  const output = await step('start the core from the package', [
    process.execPath,
    'scripts/packing/start-core.ts',
    unpacked,
    profile,
  ]);
  if (!output.includes('{"state":"signed_out","keyStore":"file"}')) {
    problems.push(`the core answered ${output}`);
  }
}

await check().catch((error: unknown) => {
  if (problems.length === 0) problems.push(String(error));
});
rmSync(folder, { recursive: true, force: true });
workplace.clean();
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'the package is as it should be' : 'the package is wrong');
process.exitCode = problems.length === 0 ? 0 : 1;
