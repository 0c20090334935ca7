import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { z } from 'zod';
import { buildIcons } from './building/icons.ts';
import { buildHost, buildPrograms } from './building/programs.ts';

/**
 * Builds the desktop app into `dist/`, which is also the folder that packages are made of:
 * `renderer/` the page, `main/` shell, core and preload, `icons/` what the app loads of them, and
 * `installer/` what only its installers carry. `node scripts/build.ts renderer` builds the page
 * alone. Only where it is asked for, `host/`: the browser host as a bundle, for measurements.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const parts = process.argv.slice(2);
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);

const { name, version, description } = z
  .object({ name: z.string(), version: z.string(), description: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

if (wanted('renderer')) {
  process.env['VITE_VERSION'] = version;
  await build({ configFile: join(root, 'renderer', 'vite.config.ts'), logLevel: 'warn' });
}
if (wanted('app')) {
  for (const folder of ['main', 'icons', 'installer']) {
    rmSync(join(dist, folder), { recursive: true, force: true });
  }
  mkdirSync(dist, { recursive: true });
  await buildPrograms(root, join(dist, 'main'));
  buildIcons(join(root, 'build'), join(dist, 'icons'), join(dist, 'installer'));
  const manifest = {
    name,
    productName: 'Balai',
    author: 'Balai',
    version,
    description,
    main: 'main/electron.cjs',
  };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
if (parts.includes('host')) await buildHost(root, join(dist, 'host'));
