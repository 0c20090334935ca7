import { cpSync } from 'node:fs';
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

/** Bundles the programs of the desktop app into `folder`: shell, core and preload, a file each. */
export async function buildPrograms(root: string, folder: string): Promise<void> {
  const shared: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    legalComments: 'eof',
    logLevel: 'warning',
    external: ['electron'],
  };
  await Promise.all([
    build({
      ...shared,
      entryPoints: { electron: 'main/entry/electron.ts', utility: 'main/entry/utility.ts' },
      platform: 'node',
      target: 'node24',
      plugins: [besideThePrograms],
    }),
    // A sandboxed preload is one CommonJS file that can require Electron alone.
    build({
      ...shared,
      entryPoints: { preload: 'main/preload/preload.ts' },
      platform: 'browser',
      target: 'chrome146',
    }),
  ]);
  for (const [name, { parts }] of Object.entries(natives)) {
    for (const part of parts) {
      cpSync(join(root, 'node_modules', name, part), join(folder, 'native', name, part), {
        recursive: true,
      });
    }
  }
}
