import { readFile, stat } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { limits } from '../../../shared/protocol/limits.ts';
import type { Picture } from './picture.ts';

/** A larger document stays a file: it would be read whole, bytes. */
const MAX_BYTES = 64 * 1024 * 1024;
/** All that opening one document may take, bytes. */
const MAX_MEMORY = 256 * 1024 * 1024;
const PAGE = 64 * 1024;
/** A small page is drawn no larger than so many times its size at 72 dpi. */
const MAX_SCALE = 2;
const QUALITY = 78;

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
const { Memory } = (globalThis as unknown as { WebAssembly: { Memory: { prototype: Memory } } })
  .WebAssembly;
const grow = Memory.prototype.grow;
// PDFium runs in a memory of its own, which nothing in it can leave; here it also has an end.
Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * PAGE > MAX_MEMORY) throw new RangeError('too much memory');
  return grow.call(this, pages);
};

/**
 * Draws the first page of a PDF as a small WebP picture. Undefined: it is not drawn. Each document
 * has a PDFium of its own, so that none finds what another left.
 *
 * @throws where it is damaged, locked, or takes too much memory
 */
export async function drawFirstPage(file: string, preview: string): Promise<Picture | undefined> {
  if ((await stat(file)).size > MAX_BYTES) return undefined;
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(file));
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  // It says that there is a page, and there is none.
  if (originalWidth < 1 || originalHeight < 1) return undefined;
  const largest = limits.previewPixels / Math.max(originalWidth, originalHeight);
  const scale = Math.min(MAX_SCALE, largest);
  const { data, width, height } = await page.render({
    render: 'bitmap',
    width: Math.max(1, Math.round(originalWidth * scale)),
    height: Math.max(1, Math.round(originalHeight * scale)),
  });
  const made = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: 'white' })
    .webp({ quality: QUALITY })
    .toFile(preview);
  // A page has no pixels of its own.
  return { width: null, height: null, preview: { width: made.width, height: made.height } };
}
