import {
  MAX_EMOJI_BYTES,
  MAX_EMOJI_LETTERS,
  MAX_EMOJI_PIXELS,
} from '../../../shared/domain/kinds/emoji.ts';
import { readSmallPicture } from '../../../shared/domain/small-picture.ts';

/** Pictures that are too large are drawn anew with their longer side so long, pixels. */
const DRAWN = 128;

export type Prepared =
  | { readonly picture: string }
  | { readonly problem: 'not_a_picture' | 'too_large' };

/** Files that the person may choose. */
export const ACCEPTED = 'image/png,image/gif,image/webp,image/jpeg';

/**
 * A chosen file as an emoji's picture, in base64. What fits goes as it is; a still picture that
 * does not is made smaller. A moving one would stand still then, so it is refused.
 */
export async function preparePicture(file: Blob): Promise<Prepared> {
  if (file.size <= MAX_EMOJI_BYTES) {
    const picture = await base64Of(file);
    const read = readSmallPicture(picture);
    if (read !== null && Math.max(read.width, read.height) <= MAX_EMOJI_PIXELS) return { picture };
  }
  if (file.type === 'image/gif') return { problem: 'too_large' };
  const drawn = await drawSmall(file);
  if (drawn === null) return { problem: 'not_a_picture' };
  const picture = await base64Of(drawn);
  return picture.length <= MAX_EMOJI_LETTERS ? { picture } : { problem: 'too_large' };
}

async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

async function drawSmall(file: Blob): Promise<Blob | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return null;
  }
  const scale = Math.min(1, DRAWN / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
