import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { registryScope } from '../../shared/domain/scope.ts';
import { BlobFolder } from '../services/files/blob-folder.ts';
import { Inspector } from '../services/files/inspector.ts';
import { Uploads } from '../services/files/uploads.ts';
import type { Internet } from '../services/previews/ask-outside.ts';
import { PagePictures } from '../services/previews/page-pictures.ts';
import { Office } from '../store/contract/office.ts';
import { eachRow } from '../store/read-row.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { SweepFiles } from './sweep-files.ts';

const DAY = 24 * 3_600_000;
const PAGE = { url: 'https://gambar.id/p', alt: 'Sebuah truk' };

let folder: string;
let office: Office;
let channelId: ChannelId;
let inspector: Inspector;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-pictures-'));
  office = new Office(await openSqliteStore({ file: join(folder, 'relay.db') }));
  channelId = await office.channel(await office.person('Ayu', 'admin'), 'umum');
  inspector = new Inspector();
});
afterEach(async () => {
  inspector.close();
  await office.store.close();
  rmSync(folder, { recursive: true });
});

const internet: Internet = {
  resolve: async () => ['93.184.216.34'],
  async ask() {
    async function* body() {
      yield await sharp({ create: { width: 400, height: 200, channels: 3, background: 'teal' } })
        .png()
        .toBuffer();
    }
    return { status: 200, headers: { 'content-type': 'image/png' }, body: body(), close() {} };
  },
};

/** In whose middle the process is killed: each thing done with it has a point before and one after. */
class DyingFolder extends BlobFolder {
  readonly died: Promise<void>;
  #left: number;
  #die!: () => void;

  constructor(path: string, point: number) {
    super(path);
    this.#left = point;
    this.died = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  override write(...args: Parameters<BlobFolder['write']>): Promise<number> {
    return this.#step(() => super.write(...args));
  }

  override remove(id: string): Promise<void> {
    return this.#step(() => super.remove(id));
  }

  override finish(id: string): Promise<void> {
    return this.#step(() => super.finish(id));
  }

  async #step<T>(run: () => Promise<T>): Promise<T> {
    await this.#point();
    const answer = await run();
    await this.#point();
    return answer;
  }

  /** Of a process that was killed nothing goes on. */
  async #point(): Promise<void> {
    if (this.#left-- > 0) return;
    this.#die();
    await new Promise(() => {});
  }
}

const root = (): string => join(folder, 'files');
const kept = (): string[] =>
  existsSync(root()) ? readdirSync(root()).flatMap((name) => readdirSync(join(root(), name))) : [];
async function uploads() {
  const found = [];
  for await (const row of eachRow(office.store, registryScope, 'upload')) found.push(row);
  return found;
}

/** What a relay does that begins on what the killed one left. */
async function sweepOnce(): Promise<void> {
  const { store, clock } = office;
  const blobs = new BlobFolder(root());
  const traffic = { bytesIn: 0, bytesOut: 0, done: 0, refused: 0, damaged: 0 };
  const uploading = new Uploads({
    ...{ store, clock, blobs, inspector, traffic },
    submit: (command) => office.run(command),
  });
  const sweep = new SweepFiles({
    ...{ store, clock, uploads: uploading },
    fault: (error) => {
      throw error;
    },
  });
  sweep.start();
  await sweep.idle();
  await sweep.close();
}

it.each([
  ['nothing of it was written', 0, []],
  ['what came was written', 1, ['.part']],
  ['it was drawn anew', 2, ['.part', '.webp']],
  ['what came was deleted', 3, []],
  ['what was drawn was written', 5, ['.part']],
  ['it was whole, and no preview had it', 7, ['']],
])('nothing stays of a picture whose relay was killed when %s', async (_when, point, left) => {
  const { store, clock } = office;
  const blobs = new DyingFolder(root(), point);
  const pictures = new PagePictures({
    ...{ store, clock, internet, blobs, inspector, uploads: { abandon: async () => {} } },
    submit: (command) => office.run(command),
  });
  const keeping = pictures.keep(channelId, PAGE, new AbortController().signal);
  const lived = keeping.then(() => Promise.reject(new Error('it was not killed')));
  await Promise.race([blobs.died, lived]);

  const [upload] = await uploads();
  expect(upload).toMatchObject({ state: 'open', messageId: null });
  const endings = () => kept().map((name) => name.replace(upload!.id, ''));
  expect(endings().toSorted()).toEqual(left);

  // Another node may still be at it.
  await sweepOnce();
  expect(endings().toSorted()).toEqual(left);
  clock.advance(15 * DAY);
  await sweepOnce();
  expect(kept()).toEqual([]);
  expect(await uploads()).toEqual([]);
});
