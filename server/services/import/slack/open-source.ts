import { stat } from 'node:fs/promises';
import { ExportRefused } from './refused.ts';
import { openFolder } from './folder-source.ts';
import type { ExportSource } from './source.ts';
import { openZip } from './zip-source.ts';

/**
 * Opens an export: a zip as Slack gives it, or the folder that it unpacks to.
 *
 * @throws {ExportRefused}
 */
export async function openSource(path: string): Promise<ExportSource> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    throw new ExportRefused('not_found', `There is nothing at ${path}.`, { cause: error });
  });
  return found.isDirectory() ? openFolder(path) : openZip(path);
}
