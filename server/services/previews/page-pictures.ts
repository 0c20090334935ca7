import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { policyOf, WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { uuid7Generator } from '../../../shared/domain/uuid.ts';
import type { Outcome, Store, Submitted } from '../../store/port.ts';
import { getRow } from '../../store/read-row.ts';
import type { BlobFolder } from '../files/blob-folder.ts';
import type { Inspector } from '../files/inspector.ts';
import type { Uploads } from '../files/uploads.ts';
import { bySystem } from '../system-actor.ts';
import type { Internet } from './ask-outside.ts';
import { PAGE_PICTURE_TYPE, pagePictureOpen } from './commands/page-picture-open.ts';
import type { KeptPicture } from './commands/preview-set.ts';
import { fetchPicture } from './fetch-picture.ts';
import type { PagePicture } from './page-words.ts';

/** One that is no wider or no higher counts visitors, or divides lines, pixels. */
const MIN_PIXELS = 32;

interface Parts {
  readonly store: Pick<Store, 'get'>;
  readonly submit: (command: Submitted) => Promise<Outcome>;
  readonly clock: Clock;
  readonly internet: Internet;
  readonly blobs: BlobFolder;
  readonly inspector: Inspector;
  readonly uploads: Pick<Uploads, 'abandon'>;
}

/**
 * Small pictures of pages among the relay's files. Only what was drawn anew is kept: nothing of
 * what the page's server sent is ever given to anybody.
 */
export class PagePictures {
  readonly #parts: Parts;
  readonly #newId: () => string;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#newId = uuid7Generator(parts.clock.now);
  }

  /**
   * Fetches a page's picture and keeps a small one, which nobody may read before a preview has it.
   * Undefined: there is none that can be used, or no room. Fails where nothing answers.
   */
  async keep(
    channelId: ChannelId,
    { url, alt }: PagePicture,
    signal: AbortSignal,
  ): Promise<KeptPicture | undefined> {
    const { submit, internet, blobs } = this.#parts;
    const bytes = await fetchPicture(url, internet, signal);
    if (bytes === undefined || bytes.length > (await blobs.room())) return undefined;
    const fileId = this.#newId() as OpId;
    // Written down first: a kill from here on leaves nothing that the sweep does not find.
    const args = { channelId, fileId };
    const opened = await submit(bySystem(pagePictureOpen, this.#newId() as OpId, args));
    if (!opened.ok) return undefined;
    const facts = await this.#draw(fileId, bytes).catch(() => undefined);
    if (facts !== undefined) return { fileId, alt, facts };
    await this.giveUp(fileId);
    return undefined;
  }

  /** Deletes one that no preview has. */
  async giveUp(fileId: string): Promise<void> {
    await this.#parts.uploads.abandon(fileId);
  }

  async #draw(id: string, bytes: Buffer): Promise<KeptPicture['facts'] | undefined> {
    const { blobs, inspector } = this.#parts;
    await blobs.write(id, 0, once(bytes));
    const [file, preview] = [blobs.part(id), blobs.preview(id)];
    const found = await inspector.look({ file, name: '', preview, as: 'page' });
    const size = found.picture?.preview;
    const { blockedFileTypes } = await this.#policy();
    const blocked = [found.ending, 'webp'].some((ending) => blockedFileTypes.includes(ending));
    if (blocked || size === undefined) return undefined;
    if (Math.min(size.width, size.height) < MIN_PIXELS) return undefined;
    const small = await readFile(preview);
    await blobs.remove(id);
    await blobs.write(id, 0, once(small));
    await blobs.finish(id);
    return {
      ...{ mediaType: PAGE_PICTURE_TYPE, size: small.length, ...size, durationMs: null },
      ...{ sha256: createHash('sha256').update(small).digest('hex'), preview: null },
    };
  }

  async #policy() {
    return policyOf(await getRow(this.#parts.store, orgScope, 'workspace', WORKSPACE_ROW));
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
