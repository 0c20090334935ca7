import type { ExportSource } from './source.ts';
import { ExportRefused } from './refused.ts';

const decoder = new TextDecoder('utf-8');

/**
 * A file that holds a list.
 *
 * @throws {ExportRefused} where it does not, with the place where it goes wrong
 */
export async function readList(source: ExportSource, path: string): Promise<unknown[]> {
  const bytes = await source.read(path);
  let value: unknown;
  try {
    // The decoder drops a byte order mark.
    value = JSON.parse(decoder.decode(bytes));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ExportRefused(
      'broken',
      `${path} is not valid JSON: ${why}. ` +
        'Nothing was imported: download the export again, or take this file out of it.',
      { cause: error },
    );
  }
  if (!Array.isArray(value)) {
    throw new ExportRefused(
      'not_an_export',
      `${path} should hold a list and does not. Nothing was imported: this is no Slack export.`,
    );
  }
  return value as unknown[];
}
