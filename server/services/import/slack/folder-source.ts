import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ExportRefused } from './refused.ts';
import { limits as usual, type ExportSource, type SourceLimits } from './source.ts';

/** An export has channels' folders and no more; below that nothing of ours can lie. */
const MAX_DEPTH = 4;

/**
 * Opens a folder with the layout of an export. Links in it are not followed.
 *
 * @throws {ExportRefused}
 */
export async function openFolder(
  folder: string,
  limits: SourceLimits = usual,
): Promise<ExportSource> {
  const name = basename(folder);
  const files = new Map<string, number>();
  const walk = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && depth < MAX_DEPTH) await walk(path, depth + 1);
      else if (entry.isFile()) files.set(path, (await stat(join(folder, path))).size);
      if (files.size > limits.files) {
        throw new ExportRefused('too_large', `${name} holds more than any export does.`);
      }
    }
  };
  await walk('', 0);
  return {
    name,
    files,
    async read(path) {
      if (!files.has(path)) throw new Error(`no such file in the export: ${path}`);
      if ((files.get(path) ?? 0) > limits.fileBytes) {
        throw new ExportRefused('too_large', `${path} is larger than any day of a channel.`);
      }
      return readFile(join(folder, path));
    },
    close: async () => {},
  };
}
