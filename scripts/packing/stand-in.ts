import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words by which @electron/fuses finds the switches in Electron's program. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 8;

/**
 * Lays out a folder as an unpacked Electron for Linux has it, with a program that holds nothing but
 * its fuses: enough to prove what a package contains, on a machine that cannot fetch Electron.
 */
export function makeStandIn(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const wire = Buffer.from([1, FUSES, ...Array.from({ length: FUSES }, () => '1'.charCodeAt(0))]);
  const program = Buffer.concat([Buffer.from(`stand-in ${SENTINEL}`, 'latin1'), wire]);
  for (const [name, content] of [
    ['electron', program],
    ['chrome-sandbox', ''],
    ['chrome_crashpad_handler', ''],
    ['LICENSE', 'Electron'],
    ['LICENSES.chromium.html', 'Chromium'],
    ['version', '0.0.0'],
    ...['en-US', 'en-GB', 'id', 'ar', 'fr'].map((language) => [`locales/${language}.pak`, '']),
  ] as const) {
    writeFileSync(join(folder, name ?? ''), content ?? '');
  }
  chmodSync(join(folder, 'electron'), 0o755);
}
