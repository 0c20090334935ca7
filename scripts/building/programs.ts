import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

/** Native modules, with the file that is loaded and the parts that it needs. */
const natives = {
  'better-sqlite3': {
    main: 'lib/index.js',
    parts: ['package.json', 'LICENSE', 'lib', 'prebuilds'],
  },
  keytar: { main: 'lib/keytar.js', parts: ['package.json', 'LICENSE.md', 'lib', 'prebuilds'] },
} as const;

/**
 * Native modules cannot be bundled: they lie beside the programs, in a folder that an archive
 * leaves unpacked, and not in `node_modules`, which packagers fill by rules of their own.
 */
const besideThePrograms: Plugin = {
  name: 'native-modules',
  setup(context) {
    const filter = new RegExp(`^(${Object.keys(natives).join('|')})$`);
    context.onResolve({ filter }, ({ path }) => ({
      path: `./native/${path}/${natives[path as keyof typeof natives].main}`,
      external: true,
    }));
  },
};

const common: BuildOptions = {
  bundle: true,
  format: 'cjs',
  legalComments: 'eof',
  logLevel: 'warning',
  external: ['electron'],
};

/** A sandboxed preload is one CommonJS file that can require Electron alone. */
export async function bundlePreload(root: string): Promise<string> {
  const { outputFiles } = await build({
    ...common,
    absWorkingDir: root,
    entryPoints: ['main/preload/preload.ts'],
    platform: 'browser',
    target: 'chrome146',
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined || outputFiles.length > 1) throw new Error('the preload is not one file');
  return file.text;
}

/** Bundles the programs of the desktop app into `folder`: shell, core and preload, a file each. */
export async function buildPrograms(root: string, folder: string): Promise<void> {
  await build({
    ...common,
    absWorkingDir: root,
    entryPoints: { electron: 'main/entry/electron.ts', utility: 'main/entry/utility.ts' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    target: 'node24',
    // A module that is loaded late is required too: the archive is read by one loader alone.
    supported: { 'dynamic-import': false },
    plugins: [besideThePrograms],
  });
  writeFileSync(join(folder, 'preload.cjs'), await bundlePreload(root));
  for (const [name, { parts }] of Object.entries(natives)) {
    for (const part of parts) {
      cpSync(join(root, 'node_modules', name, part), join(folder, 'native', name, part), {
        recursive: true,
      });
    }
  }
}

/**
 * Bundles the browser host into `folder`, as the desktop app's core is bundled, and keeps there
 * what Node compiled of it. `browser-host.cjs` is the program.
 */
export async function buildHost(root: string, folder: string): Promise<void> {
  await build({
    ...common,
    absWorkingDir: root,
    entryPoints: { program: 'main/entry/host/program.ts' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    target: 'node24',
    external: Object.keys(natives),
    supported: { 'dynamic-import': false },
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'main', 'entry', 'host')) },
  });
  const program = `require('node:module').enableCompileCache(require('node:path').join(__dirname, 'compiled'));
require('./program.cjs');
`;
  writeFileSync(join(folder, 'browser-host.cjs'), program);
}
