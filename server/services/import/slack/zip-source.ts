import { basename } from 'node:path';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ExportRefused } from './refused.ts';
import { limits as usual, type ExportSource, type SourceLimits } from './source.ts';

/** Beyond this a file of some size was made to be unpacked, not to be read. Slack's are near 20. */
const MAX_RATIO = 400;
const RATIO_FROM_BYTES = 1024 * 1024;

const TYPE_MASK = 0o170_000;
const SYMLINK = 0o120_000;

/**
 * Opens a zip. Sizes are what its directory says; reading a file that is larger than it says fails.
 *
 * @throws {ExportRefused}
 */
export async function openZip(file: string, limits: SourceLimits = usual): Promise<ExportSource> {
  const name = basename(file);
  let zip: ZipFile;
  try {
    zip = await openPromise(file, { autoClose: false });
  } catch (error) {
    throw new ExportRefused(
      'broken',
      `${name} is not a zip file, or a part of it is missing. Download the export again.`,
      { cause: error },
    );
  }
  try {
    const entries = await directoryOf(zip, name, limits);
    return {
      name,
      files: new Map([...entries].map(([path, entry]) => [path, entry.uncompressedSize])),
      read: (path) => readEntry(zip, entries, path, name),
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function directoryOf(
  zip: ZipFile,
  name: string,
  limits: SourceLimits,
): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let packed = 0;
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      checkEntry(entry, name, limits);
      if (entries.size >= limits.files || unpacked > limits.totalBytes) {
        throw new ExportRefused('too_large', `${name} holds more than any export does.`);
      }
      if (entry.fileName.endsWith('/')) continue;
      if (entries.has(entry.fileName)) {
        throw new ExportRefused('broken', `${name} holds ${entry.fileName} twice.`);
      }
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof ExportRefused) throw error;
    const [problem, message] = describe(error, name);
    throw new ExportRefused(problem, message, { cause: error });
  }
  // Entries that lie over one another unpack to far more than the zip's own size.
  if (packed > zip.fileSize) {
    throw new ExportRefused('unsafe', `${name} was made to unpack without end. It was not read.`);
  }
  return entries;
}

function checkEntry(entry: Entry, name: string, limits: SourceLimits): void {
  const path = entry.fileName;
  if (entry.isEncrypted()) {
    throw new ExportRefused('encrypted', `${name} has a password. Unpack it and name the folder.`);
  }
  if (((entry.externalFileAttributes >>> 16) & TYPE_MASK) === SYMLINK) {
    throw new ExportRefused('unsafe', `${name} holds a link, ${path}. It was not read.`);
  }
  const bomb =
    entry.uncompressedSize > RATIO_FROM_BYTES &&
    entry.uncompressedSize / Math.max(1, entry.compressedSize) > MAX_RATIO;
  if (bomb) {
    throw new ExportRefused('unsafe', `${name} was made to unpack without end (${path}).`);
  }
  if (entry.uncompressedSize > limits.fileBytes && path.endsWith('.json')) {
    throw new ExportRefused('too_large', `${path} in ${name} is larger than any day of a channel.`);
  }
}

function describe(error: unknown, name: string): ['unsafe' | 'broken', string] {
  const text = error instanceof Error ? error.message : '';
  // yauzl's words for names such as `../x`, `/x` and `C:/x`.
  return /relative path|absolute path|invalid characters in fileName/.test(text)
    ? ['unsafe', `${name} holds a file that would leave its folder. It was not read.`]
    : ['broken', `${name} is damaged. Download the export again.`];
}

async function readEntry(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  path: string,
  name: string,
): Promise<Buffer> {
  const entry = entries.get(path);
  if (entry === undefined) throw new Error(`no such file in the export: ${path}`);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new ExportRefused('broken', `${path} in ${name} is damaged. Download the export again.`, {
      cause: error,
    });
  }
}
