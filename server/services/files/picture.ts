import sharp from 'sharp';
import { limits } from '../../../shared/protocol/limits.ts';
import type { Inspection } from './inspector.ts';

/** What a picture is once it is turned as its camera says, and the small picture made of it. */
export interface Picture {
  /** Null where it has none of its own, as a page. */
  readonly width: number | null;
  readonly height: number | null;
  readonly preview: { readonly width: number; readonly height: number };
}

/** The formats that are opened. SVG is none: it can name files and addresses. */
const OPENED = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);
/** A picture of more pixels stays a file: 100 megapixels are more than phones take. */
const MAX_PIXELS = 100_000_000;
const QUALITY = 78;

// One picture at a time, nothing kept between them.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Makes a small picture, a WebP file without the place and the camera that the original may tell.
 * Undefined: this is no picture, or one that is not opened.
 */
export async function drawPreview({
  file,
  mediaType,
  preview,
  as,
}: Omit<Inspection, 'name'> & { mediaType: string }): Promise<Picture | undefined> {
  const pixels = as === 'page' ? limits.pagePicturePixels : limits.previewPixels;
  if (!OPENED.has(mediaType)) return undefined;
  const from = sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 });
  const { width, height } = (await from.metadata()).autoOrient;
  const made = await from
    .autoOrient()
    .resize({
      ...{ width: pixels, height: pixels },
      ...{ fit: 'inside', withoutEnlargement: true },
    })
    .webp({ quality: QUALITY })
    .toFile(preview);
  return { width, height, preview: { width: made.width, height: made.height } };
}
