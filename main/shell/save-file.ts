import { open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { BrowserWindow, Dialog, SaveDialogOptions } from 'electron';
import { fileEnding, tidyFileName } from '../../shared/domain/file-name.ts';
import type { Result } from '../../shared/rpc/result.ts';
import type { FileToSave, SavedFile, SaveProblem } from '../../shared/rpc/shell-api.ts';
import { coreFile, type OpenFilePort } from './core-files.ts';

/** What the system may open with a program of its own: nothing in it runs by being opened. */
const OPENED: ReadonlySet<string> = new Set([
  ...['pdf', 'txt', 'csv', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'rtf'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'bmp'],
  ...['mp3', 'm4a', 'ogg', 'wav', 'flac', 'mp4', 'webm', 'mov'],
]);
/** As many as are remembered for "open". */
const REMEMBERED = 50;

export interface SavingOptions {
  readonly openPort: OpenFilePort;
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  readonly window: () => BrowserWindow | undefined;
  /** The person's folder of downloads. */
  readonly folder: () => string;
  readonly platform: NodeJS.Platform;
  /** Electron's `shell.openPath`: an empty text, or what went wrong. */
  readonly openPath: (path: string) => Promise<string>;
  /** Electron's `shell.showItemInFolder`. */
  readonly showItem: (path: string) => void;
  readonly log: (message: string, detail?: Record<string, unknown>) => void;
}

/** A file on its way out of the encrypted cache: the core's gate decides, and the person says where. */
export class Saving {
  readonly #options: SavingOptions;
  /** By a key that says nothing of the path: the page never names one. */
  readonly #saved = new Map<string, string>();

  constructor(options: SavingOptions) {
    this.#options = options;
  }

  async save({ channelId, fileId, name }: FileToSave): Promise<Result<SavedFile, SaveProblem>> {
    const { openPort } = this.#options;
    const wanted = { channelId, fileId, part: 'original', use: 'save' } as const;
    // Whether there is anything to save, before the person is asked where.
    const first = await coreFile(openPort, { ...wanted, range: 'bytes=0-0' });
    await first.body?.return?.();
    if (first.status !== 200 && first.status !== 206) return refused(first);
    const path = await this.#ask(name);
    if (path === undefined) return { ok: false, code: 'cancelled' };
    const file = await coreFile(openPort, { ...wanted, range: null });
    if (file.status !== 200 || file.body === null) {
      await file.body?.return?.();
      return refused(file);
    }
    const problem = await this.#write(path, file.body);
    if (problem !== null) return { ok: false, code: problem };
    return { ok: true, value: { key: this.#remember(path), opens: opens(path) } };
  }

  /** Opens what was saved, or shows where it lies where opening might run it. False: it is not there. */
  async open(key: string): Promise<boolean> {
    const { openPath, showItem, log } = this.#options;
    const path = this.#saved.get(key);
    if (path === undefined) return false;
    if (!opens(path)) {
      showItem(path);
      return true;
    }
    const problem = await openPath(path);
    if (problem !== '') log('the system could not open a file', { problem });
    return problem === '';
  }

  async #ask(name: string): Promise<string | undefined> {
    const { dialog, window, folder } = this.#options;
    const options: SaveDialogOptions = {
      defaultPath: join(folder(), tidyFileName(name)),
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    };
    const over = window();
    const { canceled, filePath } = await (over === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(over, options));
    return canceled || filePath === '' ? undefined : filePath;
  }

  /** All of it, or nothing: what stood there before stays until all of it has come. */
  async #write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<SaveProblem | null> {
    const { platform, log } = this.#options;
    const part = `${path}.${randomUUID().slice(0, 8)}.part`;
    try {
      const handle = await open(part, 'wx', 0o600);
      try {
        for await (const piece of bytes) await handle.appendFile(piece);
        await handle.sync();
      } finally {
        await handle.close();
      }
      // Windows warns of what came from elsewhere by this mark; macOS sets its own (Info.plist).
      if (platform === 'win32') {
        await writeFile(`${part}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n').catch(
          () => undefined,
        );
      }
      await rename(part, path);
      return null;
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      const { code } = error as NodeJS.ErrnoException;
      log('a file was not saved', { code });
      if (code === 'ERR_STREAM_PREMATURE_CLOSE') return 'unavailable';
      return code === 'ENOSPC' || code === 'EDQUOT' ? 'disk_full' : 'storage';
    }
  }

  #remember(path: string): string {
    const key = randomUUID();
    this.#saved.set(key, path);
    const [oldest] = this.#saved.keys();
    if (this.#saved.size > REMEMBERED && oldest !== undefined) this.#saved.delete(oldest);
    return key;
  }
}

const opens = (path: string): boolean => OPENED.has(fileEnding(path));

const KNOWN: ReadonlySet<string> = new Set<SaveProblem>([
  ...(['type_blocked', 'not_found', 'offline'] as const),
]);

/** The core's own word, in the header of its refusals. */
function refused({ headers }: { headers: Readonly<Record<string, string>> }): {
  ok: false;
  code: SaveProblem;
} {
  const code = headers['x-problem'] ?? '';
  return { ok: false, code: KNOWN.has(code) ? (code as SaveProblem) : 'unavailable' };
}
